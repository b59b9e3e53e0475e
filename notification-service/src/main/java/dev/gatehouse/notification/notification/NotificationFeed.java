package dev.gatehouse.notification.notification;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.notification.template.Reader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The notifications of an account as a sequence that can be followed without a gap. Opens its own sessions. */
@ApplicationScoped
public class NotificationFeed {
    private final PanacheNotifications rows;
    private final NotificationViews views;
    private final Transactions transactions;

    NotificationFeed(PanacheNotifications rows, NotificationViews views, Transactions transactions) {
        this.rows = rows;
        this.views = views;
        this.transactions = transactions;
    }

    /** The last position of the account; 0 before the first notification. */
    public Uni<Long> head(UUID accountId) {
        return heads(Set.of(accountId)).map(heads -> heads.getOrDefault(accountId, 0L));
    }

    /** The last positions of these accounts; none for one without notifications. */
    public Uni<Map<UUID, Long>> heads(Collection<UUID> accounts) {
        return transactions.read(() -> rows.heads(accounts)).map(heads -> heads.stream()
                .collect(Collectors.toMap(head -> head.accountId, head -> head.position)));
    }

    /** What happened after this position, in order. */
    public Uni<List<NotificationChange>> after(UUID accountId, long position, int limit) {
        return transactions.read(() -> views.reader(accountId).chain(reader -> rows.after(accountId, position, limit)
                .map(found ->
                        found.stream().map(row -> fed(row, position, reader)).toList())));
    }

    private NotificationChange fed(NotificationRow row, long seen, Reader reader) {
        NotificationChange.Novelty novelty =
                row.firstPosition > seen ? NotificationChange.Novelty.NEW : NotificationChange.Novelty.COUNTED_UP;
        return new NotificationChange(row.position, novelty, views.item(row, reader));
    }
}
