package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of what was received. */
@ApplicationScoped
class Receipts {
    private static final String FIND = "SELECT 1 FROM inbox WHERE consumer = ?1 AND event_id = ?2";
    private static final String INSERT = "INSERT INTO inbox (consumer, event_id, received_at) VALUES (?1, ?2, ?3)";

    private final InstantSource clock;

    Receipts(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Notes it in the transaction that is going on; false if it was noted before. A look and an insert, not one upsert:
     * that would need the UPDATE privilege. Whoever loses a race between the two fails at the key, and looks again.
     */
    Uni<Boolean> note(Receipt receipt) {
        return Panache.getSession().chain(session -> noteOnce(session, receipt));
    }

    private Uni<Boolean> noteOnce(Mutiny.Session session, Receipt receipt) {
        return isNoted(session, receipt)
                .chain(noted -> noted ? Uni.createFrom().item(false) : insert(session, receipt));
    }

    private static Uni<Boolean> isNoted(Mutiny.Session session, Receipt receipt) {
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
