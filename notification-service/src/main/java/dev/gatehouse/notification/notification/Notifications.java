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

/** Where notifications are written. Every method joins the transaction that is going on. */
@ApplicationScoped
public class Notifications implements AccountErasureListener, AddressWatcher {
    /** A name that is found later than this is not the name of then. */
    private static final Duration NAMED_WITHIN = Duration.ofMinutes(10);

    private final PanacheNotifications rows;
    private final IdGenerator ids;
    private final InstantSource clock;

    Notifications(PanacheNotifications rows, IdGenerator ids, InstantSource clock) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes the notification; its id. */
    public Uni<UUID> add(NotificationDraft draft, UserAgent program, Visibility visibility) {
        NotificationRow row = NotificationRow.of(ids.next(), draft, program, clock.instant());
        row.inApp = visibility == Visibility.LISTED;
        return rows.add(row).map(added -> added.id);
    }

    /** Counts one more occurrence of what the notification tells of. */
    public Uni<Void> countUp(UUID accountId, UUID notificationId) {
        return rows.countUp(accountId, notificationId);
    }

    /** What the notification tells, as it is now. */
    public Uni<Optional<NotificationFacts>> facts(UUID notificationId) {
        return rows.find(notificationId).map(row -> row.map(NotificationRow::facts));
    }

    @Override
    public Uni<Void> resolved(ResolvedAddress address) {
        String hostname = address.hostname();
        return hostname == null
                ? Uni.createFrom().voidItem()
                : rows.nameOrigin(address.ip(), hostname, clock.instant().minus(NAMED_WITHIN));
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return rows.forget(accountId);
    }

    /** Whether a notification stands in the list of the app. */
    public enum Visibility {
        /** It does. */
        LISTED,
        /** It exists for its mail only. */
        HIDDEN
    }
}
