package dev.gatehouse.chassis.messaging.outbox;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Where a message is put so that it is published if, and only if, the transaction that is going on commits.
 *
 * <p>One statement for all messages of a call; they are published in this order per key.
 */
@ApplicationScoped
public class Outbox {
    Outbox() {}

    /** Adds to the transaction of the current session; MUST be called within {@link Transactions#run}. */
    public Uni<Void> add(OutboxMessage... messages) {
        return addAll(List.of(messages));
    }

    /** Adds to the transaction of the current session; MUST be called within {@link Transactions#run}. */
    public Uni<Void> addAll(List<OutboxMessage> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : Panache.getSession().chain(session -> insert(session, OutboxInsert.of(messages)));
    }

    /** Adds to the transaction of this connection; MUST be called within {@link Transactions#runSql}. */
    public Uni<Void> add(SqlConnection tx, List<OutboxMessage> messages) {
        return messages.isEmpty() ? Uni.createFrom().voidItem() : insert(tx, OutboxInsert.of(messages));
    }

    private static Uni<Void> insert(Mutiny.Session session, OutboxInsert insert) {
        Mutiny.Query<Object> query = session.createNativeQuery(insert.sql());
        List<Object> values = insert.values();
        for (int i = 0; i < values.size(); i++) {
            query = query.setParameter(i + 1, values.get(i));
        }
        return query.executeUpdate().replaceWithVoid();
    }

    private static Uni<Void> insert(SqlConnection tx, OutboxInsert insert) {
        return tx.preparedQuery(insert.sql()).execute(insert.tuple()).replaceWithVoid();
    }
}
