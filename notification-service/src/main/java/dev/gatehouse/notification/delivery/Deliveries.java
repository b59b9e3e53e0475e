package dev.gatehouse.notification.delivery;

import dev.gatehouse.chassis.mail.queue.MailOrder;
import dev.gatehouse.chassis.mail.queue.MailQueue;
import dev.gatehouse.notification.account.AccountErasureListener;
import dev.gatehouse.notification.address.AddressWatcher;
import dev.gatehouse.notification.address.ResolvedAddress;
import dev.gatehouse.notification.template.NotificationKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Schedules the mails of notifications; every method joins the transaction that is going on. */
@ApplicationScoped
public class Deliveries implements AccountErasureListener, AddressWatcher {
    private final MailQueue mails;
    private final DeliveryConfig config;
    private final InstantSource clock;

    Deliveries(MailQueue mails, DeliveryConfig config, InstantSource clock) {
        this.mails = mails;
        this.config = config;
        this.clock = clock;
    }

    /** Schedules the mail of a notification; it is sent after the commit. */
    public Uni<Void> schedule(NotificationKind kind, UUID notificationId, UUID accountId) {
        return mails.schedule(order(kind, notificationId, accountId));
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
