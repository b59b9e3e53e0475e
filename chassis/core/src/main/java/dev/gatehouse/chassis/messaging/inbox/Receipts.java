package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table {@code inbox}. */
@ApplicationScoped
class Receipts {
    private static final String FIND = "SELECT 1 FROM inbox WHERE consumer = ?1 AND event_id = ?2";
    private static final String INSERT = "INSERT INTO inbox (consumer, event_id, received_at) VALUES (?1, ?2, ?3)";

    private final InstantSource clock;

    Receipts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Inserts the receipt in the current transaction; false if it is there already. A query and an insert, because an
     * upsert would need the UPDATE privilege. The loser of a race fails at the unique key and is retried.
     */
    Uni<Boolean> insertOnce(Receipt receipt) {
        return Panache.getSession().chain(session -> insertUnlessFound(session, receipt));
    }

    private Uni<Boolean> insertUnlessFound(Mutiny.Session session, Receipt receipt) {
        return isFound(session, receipt)
                .chain(found -> found ? Uni.createFrom().item(false) : insert(session, receipt));
    }

    private static Uni<Boolean> isFound(Mutiny.Session session, Receipt receipt) {
        return session.createNativeQuery(FIND, Integer.class)
                .setParameter(1, receipt.consumer())
                .setParameter(2, UuidBytes.bytes(receipt.eventId()))
                .getResultList()
                .map(found -> !found.isEmpty());
    }

    private Uni<Boolean> insert(Mutiny.Session session, Receipt receipt) {
        return session.createNativeQuery(INSERT)
                .setParameter(1, receipt.consumer())
                .setParameter(2, UuidBytes.bytes(receipt.eventId()))
                .setParameter(3, UtcTimes.of(clock.instant()))
                .executeUpdate()
                .replaceWith(true);
    }
}
