package dev.gatehouse.notification.delivery;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.queue.MailAdministration;
import dev.gatehouse.chassis.mail.queue.MailAdministration.RetryOutcome;
import dev.gatehouse.chassis.mail.queue.QueuedMail;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.NotificationRetried;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;

/** An administrator has a delivery tried again. */
@ApplicationScoped
class DeliveryRetry {
    private final MailAdministration mails;
    private final DeliveryConfig config;
    private final Events events;
    private final Transactions transactions;
    private final InstantSource clock;

    DeliveryRetry(
            MailAdministration mails,
            DeliveryConfig config,
            Events events,
            Transactions transactions,
            InstantSource clock) {
        this.mails = mails;
        this.config = config;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Makes it due now, together with the event that says who asked for it. */
    Uni<RetryOutcome> schedule(UUID id, Origin caller) {
        return transactions.run(() ->
                mails.retry(id, clock.instant().plus(config.giveUpAfter())).call(outcome -> publish(outcome, caller)));
    }

    private Uni<Void> publish(RetryOutcome outcome, Origin caller) {
        if (!(outcome instanceof RetryOutcome.Scheduled(QueuedMail mail))) {
            return Uni.createFrom().voidItem();
        }
        NotificationRetried retried = new NotificationRetried(mail.subjectId(), mail.kind(), DeliveryResponse.EMAIL);
        return events.publish(events.event(retried, caller).about(Objects.requireNonNull(mail.accountId())));
    }
}
