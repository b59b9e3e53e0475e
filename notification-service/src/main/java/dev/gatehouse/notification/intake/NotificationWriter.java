package dev.gatehouse.notification.intake;

import dev.gatehouse.chassis.mail.useragent.UserAgent;
import dev.gatehouse.chassis.mail.useragent.UserAgents;
import dev.gatehouse.notification.address.Addresses;
import dev.gatehouse.notification.address.ResolvedAddress;
import dev.gatehouse.notification.delivery.Deliveries;
import dev.gatehouse.notification.notification.NotificationDraft;
import dev.gatehouse.notification.notification.Notifications;
import dev.gatehouse.notification.preference.Choice;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a notification and owes its mail, where they are wanted; joins the transaction that is going on. */
@ApplicationScoped
class NotificationWriter {
    private final Notifications notifications;
    private final Deliveries deliveries;
    private final Addresses addresses;
    private final HostnameWait hostnameWait;
    private final InstantSource clock;

    NotificationWriter(
            Notifications notifications,
            Deliveries deliveries,
            Addresses addresses,
            IntakeConfig settings,
            InstantSource clock) {
        this.notifications = notifications;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.hostnameWait = new HostnameWait(settings.hostnameWait(), settings.hostnameFreshness());
        this.clock = clock;
    }

    /** Tells; the id of the notification. */
    Uni<UUID> tell(NotificationDraft draft, Choice choice) {
        return origin(draft).chain(origin -> write(draft.named(origin.hostname()), origin, choice));
    }

    private Uni<UUID> write(NotificationDraft draft, KnownOrigin origin, Choice choice) {
        Notifications.Visibility visibility =
                choice.inApp() ? Notifications.Visibility.LISTED : Notifications.Visibility.HIDDEN;
        return program(draft)
                .chain(program -> notifications.add(draft, program, visibility))
                .call(notificationId -> choice.email()
                        ? schedule(notificationId, draft, origin)
                        : Uni.createFrom().voidItem());
    }

    /**
     * Naming a program tries a thousand expressions: not on an event loop, but back to the one that the session is on.
     */
    private static Uni<UserAgent> program(NotificationDraft draft) {
        Context session = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .item(() -> UserAgents.describe(draft.userAgent()))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .emitOn(task -> session.runOnContext(ignored -> task.run()));
    }

    private Uni<Void> schedule(UUID notificationId, NotificationDraft draft, KnownOrigin origin) {
        String ip = draft.ip();
        if (origin.isSettled() || ip == null) {
            return deliveries.schedule(draft.kind(), notificationId, draft.accountId());
        }
        Instant until = hostnameWait.dueAt(draft.occurredAt(), clock.instant());
        return deliveries.scheduleAwaiting(ip, until, draft.kind(), notificationId, draft.accountId());
    }

    private Uni<KnownOrigin> origin(NotificationDraft draft) {
        String ip = draft.ip();
        return ip == null || draft.hostname() != null
                ? Uni.createFrom().item(KnownOrigin.settled(draft))
                : addresses.find(ip).map(this::known);
    }

    private KnownOrigin known(Optional<ResolvedAddress> address) {
        return address.filter(found -> hostnameWait.isKnown(found, clock.instant()))
                .map(KnownOrigin::settled)
                .orElse(KnownOrigin.OPEN);
    }

    /**
     * What is known of where an event came from.
     *
     * @param isSettled whether waiting can bring nothing more
     */
    private record KnownOrigin(@Nullable String hostname, boolean isSettled) {
        private static final KnownOrigin OPEN = new KnownOrigin(null, false);

        private static KnownOrigin settled(NotificationDraft draft) {
            return new KnownOrigin(draft.hostname(), true);
        }

        private static KnownOrigin settled(ResolvedAddress address) {
            return new KnownOrigin(address.hostname(), true);
        }
    }
}
