package dev.gatehouse.notification.delivery;

import dev.gatehouse.chassis.mail.queue.MailKind.Content;
import dev.gatehouse.chassis.mail.queue.MailOrder;
import dev.gatehouse.chassis.mail.queue.MailQueue;
import dev.gatehouse.notification.account.AccountErasureListener;
import dev.gatehouse.notification.account.Accounts;
import dev.gatehouse.notification.account.Recipient;
import dev.gatehouse.notification.address.AddressWatcher;
import dev.gatehouse.notification.address.ResolvedAddress;
import dev.gatehouse.notification.template.NotificationFacts;
import dev.gatehouse.notification.template.NotificationKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Schedules the mails of notifications; every method joins the transaction that is going on. */
@ApplicationScoped
public class Deliveries implements AccountErasureListener, AddressWatcher {
    private final MailQueue mails;
    private final NotificationMail mail;
    private final Accounts accounts;
    private final DeliveryConfig config;
    private final InstantSource clock;

    Deliveries(MailQueue mails, NotificationMail mail, Accounts accounts, DeliveryConfig config, InstantSource clock) {
        this.mails = mails;
        this.mail = mail;
        this.accounts = accounts;
        this.config = config;
        this.clock = clock;
    }

    /** Schedules the mail of a notification with these facts; it is sent after the commit. */
    public Uni<Void> schedule(UUID notificationId, UUID accountId, NotificationFacts facts) {
        MailOrder order = order(facts.kind(), notificationId, accountId);
        return accounts.find(accountId)
                .chain(recipient -> mails.schedule(
                        order, recipient.map(known -> content(facts, known)).orElse(null)));
    }

    private Supplier<Content> content(NotificationFacts facts, Recipient recipient) {
        return () -> mail.content(facts, recipient);
    }

    /** The same, but waits for the hostname of the address until this time at the latest. */
    public Uni<Void> scheduleAwaiting(
            String ip, Instant until, NotificationKind kind, UUID notificationId, UUID accountId) {
        return mails.schedule(order(kind, notificationId, accountId).awaiting(ip, until));
    }

    /** The same, but not before this time. */
    public Uni<Void> scheduleAt(Instant time, NotificationKind kind, UUID notificationId, UUID accountId) {
        return mails.schedule(order(kind, notificationId, accountId).notBefore(time));
    }

    @Override
    public Uni<Void> resolved(ResolvedAddress address) {
        return mails.bringForward(address.ip());
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return mails.forget(accountId);
    }

    private MailOrder order(NotificationKind kind, UUID notificationId, UUID accountId) {
        return MailOrder.of(
                kind.toString(), notificationId, accountId, clock.instant().plus(config.giveUpAfter()));
    }
}
