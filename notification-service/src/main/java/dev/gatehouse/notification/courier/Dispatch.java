package dev.gatehouse.notification.courier;

import dev.gatehouse.chassis.mail.message.Mail;
import dev.gatehouse.chassis.mail.message.MailFailure;
import dev.gatehouse.chassis.mail.message.Mails;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.notification.delivery.Claim;
import dev.gatehouse.notification.delivery.Deliveries;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** One attempt to hand one mail over, from composing it to marking its row. */
@ApplicationScoped
class Dispatch {
    private static final Log LOG = Log.of(Dispatch.class);
    private static final String NOBODY = "nobody to write to";

    private final Composer composer;
    private final Mails mails;
    private final Deliveries deliveries;
    private final Retries retries;
    private final CourierConfig settings;
    private final CourierMeters meters;

    Dispatch(
            Composer composer,
            Mails mails,
            Deliveries deliveries,
            Retries retries,
            CourierConfig settings,
            CourierMeters meters) {
        this.composer = composer;
        this.mails = mails;
        this.deliveries = deliveries;
        this.retries = retries;
        this.settings = settings;
        this.meters = meters;
    }

    /** Never fails: what cannot even be marked is taken up again when its lease ends. */
    Uni<Void> hand(Claim claim) {
        return Uni.createFrom()
                .deferred(() -> composer.compose(claim))
                .chain(mail -> attempt(claim, mail))
                .chain(result -> note(claim, result))
                .onFailure()
                .invoke(failure -> LOG.with("mailId", claim.id())
                        .with("attempt", claim.attempt())
                        .warn("Mail not handled", failure))
                .onFailure()
                .recoverWithNull()
                // Mails are sent side by side, and a session belongs to one lane: each begins on a thread without one.
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private Uni<Attempt> attempt(Claim claim, Optional<Mail> mail) {
        return mail.map(this::send)
                .orElseGet(() -> Uni.createFrom().item(new Attempt.Refused(NOBODY)))
                .invoke(result -> log(claim, result));
    }

    private Uni<Attempt> send(Mail mail) {
        return mails.send(mail)
                .ifNoItem()
                .after(settings.sendTimeout())
                .fail()
                .<Attempt>map(done -> new Attempt.HandedOver(mail.to()))
                .onFailure(MailFailure.class)
                .recoverWithItem(Attempt::of)
                .onFailure(TimeoutException.class)
                .recoverWithItem(failure -> new Attempt.Missed("the mail server did not answer in time"));
    }

    private Uni<Void> note(Claim claim, Attempt result) {
        return switch (result) {
            case Attempt.HandedOver(String recipient) ->
                deliveries.sent(claim, recipient).invoke(() -> meters.sent(claim));
            case Attempt.Refused(String reason) -> giveUp(claim, reason);
            case Attempt.Missed(String reason) ->
                retries.next(claim).map(due -> postpone(claim, due, reason)).orElseGet(() -> giveUp(claim, reason));
        };
    }

    private Uni<Void> postpone(Claim claim, Instant due, String reason) {
        return deliveries.postpone(claim, due, reason).invoke(meters::postponed);
    }

    private Uni<Void> giveUp(Claim claim, String reason) {
        return deliveries.giveUp(claim, reason).invoke(meters::failed);
    }

    private static void log(Claim claim, Attempt result) {
        if (!(result instanceof Attempt.HandedOver)) {
            LOG.with("mailId", claim.id())
                    .with("attempt", claim.attempt())
                    .with("result", result)
                    .warn("Mail not handed over");
        }
    }

    /** How an attempt ended. */
    private sealed interface Attempt {
        static Attempt of(MailFailure failure) {
            return switch (failure.kind()) {
                case TRANSIENT -> new Missed(failure.reason());
                case PERMANENT -> new Refused(failure.reason());
            };
        }

        /** The mail server took it. */
        record HandedOver(String recipient) implements Attempt {}

        /** Trying again can help. */
        record Missed(String reason) implements Attempt {}

        /** Trying again cannot help. */
        record Refused(String reason) implements Attempt {}
    }
}
