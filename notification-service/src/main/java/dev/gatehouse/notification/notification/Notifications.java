package dev.gatehouse.notification.notification;

import dev.gatehouse.chassis.mail.useragent.UserAgent;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.notification.account.AccountErasureListener;
import dev.gatehouse.notification.address.AddressWatcher;
import dev.gatehouse.notification.address.ResolvedAddress;
import dev.gatehouse.notification.template.NotificationFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Stores and reads notifications; every method joins the current transaction. */
@ApplicationScoped
public class Notifications implements AccountErasureListener, AddressWatcher {
    /** A hostname that is resolved later than this may not be the hostname of that time. */
    private static final Duration HOSTNAME_WITHIN = Duration.ofMinutes(10);

    private final PanacheNotifications rows;
    private final IdGenerator ids;
    private final InstantSource clock;

    Notifications(PanacheNotifications rows, IdGenerator ids, InstantSource clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores the notification. */
    public Uni<Stored> add(NotificationDraft draft, UserAgent userAgent, Visibility visibility) {
        NotificationRow row = NotificationRow.of(ids.next(), draft, userAgent, clock.instant());
        row.inApp = visibility == Visibility.LISTED;
        return rows.add(row).replaceWith(new Stored(row.id, row.facts()));
    }

    /** Counts one more occurrence. */
    public Uni<Void> countUp(UUID accountId, UUID notificationId) {
        return rows.countUp(accountId, notificationId);
    }

    /** The facts of the notification, as they are now. */
    public Uni<Optional<NotificationFacts>> facts(UUID notificationId) {
        return rows.find(notificationId).map(row -> row.map(NotificationRow::facts));
    }

    @Override
    public Uni<Void> resolved(ResolvedAddress address) {
        String hostname = address.hostname();
        return hostname == null
                ? Uni.createFrom().voidItem()
                : rows.setHostname(address.ip(), hostname, clock.instant().minus(HOSTNAME_WITHIN));
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return rows.deleteOf(accountId);
    }

    /** A notification that was stored. */
    public record Stored(UUID id, NotificationFacts facts) {}

    /** Whether the app lists a notification. */
    public enum Visibility {
        /** It is in the list. */
        LISTED,
        /** It is not in the list: it is sent by mail only. */
        HIDDEN
    }
}
