package dev.gatehouse.notification.intake;

import dev.gatehouse.chassis.mail.useragent.UserAgents;
import dev.gatehouse.notification.address.Addresses;
import dev.gatehouse.notification.address.ResolvedAddress;
import dev.gatehouse.notification.delivery.Deliveries;
import dev.gatehouse.notification.notification.NotificationDraft;
import dev.gatehouse.notification.notification.Notifications;
import dev.gatehouse.notification.preference.Choice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores a notification and schedules its mail, where the agent wants them; joins the current transaction. */
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
            IntakeConfig config,
            InstantSource clock) {
        this.notifications = notifications;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.hostnameWait = new HostnameWait(config.hostnameWait(), config.hostnameFreshness());
        this.clock = clock;
    }

    /** Reads what {@link #write} needs for all of these. */
    Uni<Void> prepare(List<NotificationDraft> drafts) {
        Set<String> ips = drafts.stream()
                .filter(draft -> draft.hostname() == null)
                .flatMap(draft -> Optional.ofNullable(draft.ip()).stream())
                .collect(Collectors.toSet());
        return ips.isEmpty() ? Uni.createFrom().voidItem() : addresses.prepare(ips);
    }

    /** Returns the id of the notification. */
    Uni<UUID> write(NotificationDraft draft, Choice choice) {
        return origin(draft).chain(origin -> store(draft.withHostname(origin.hostname()), origin, choice));
    }

    private Uni<UUID> store(NotificationDraft draft, KnownOrigin origin, Choice choice) {
        Notifications.Visibility visibility =
                choice.inApp() ? Notifications.Visibility.LISTED : Notifications.Visibility.HIDDEN;
        return UserAgents.describe(draft.userAgent())
                .chain(userAgent -> notifications.add(draft, userAgent, visibility))
                .call(stored -> choice.email()
                        ? schedule(stored, draft, origin)
                        : Uni.createFrom().voidItem())
                .map(Notifications.Stored::id);
    }

    private Uni<Void> schedule(Notifications.Stored stored, NotificationDraft draft, KnownOrigin origin) {
        String ip = draft.ip();
        if (origin.isFinal() || ip == null || draft.kind().isUrgent()) {
            return deliveries.schedule(stored.id(), draft.accountId(), stored.facts());
        }
        Instant until = hostnameWait.dueAt(draft.occurredAt(), clock.instant());
        return deliveries.scheduleAwaiting(ip, until, draft.kind(), stored.id(), draft.accountId());
    }

    private Uni<KnownOrigin> origin(NotificationDraft draft) {
        String ip = draft.ip();
        return ip == null || draft.hostname() != null
                ? Uni.createFrom().item(KnownOrigin.resolved(draft))
                : addresses.find(ip).map(this::resolved);
    }

    private KnownOrigin resolved(Optional<ResolvedAddress> address) {
        return address.filter(found -> hostnameWait.isFresh(found, clock.instant()))
                .map(KnownOrigin::resolved)
                .orElse(KnownOrigin.UNRESOLVED);
    }

    /**
     * What is known about the address of an event.
     *
     * @param isFinal whether waiting for the hostname is pointless
     */
    private record KnownOrigin(@Nullable String hostname, boolean isFinal) {
        private static final KnownOrigin UNRESOLVED = new KnownOrigin(null, false);

        private static KnownOrigin resolved(NotificationDraft draft) {
            return new KnownOrigin(draft.hostname(), true);
        }

        private static KnownOrigin resolved(ResolvedAddress address) {
            return new KnownOrigin(address.hostname(), true);
        }
    }
}
