package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table {@code inbox}; every method joins the transaction of the current session. */
@ApplicationScoped
class Receipts {
    private static final String FIND = "SELECT consumer, event_id FROM inbox WHERE (consumer, event_id) IN ";
    private static final String INSERT = "INSERT INTO inbox (consumer, event_id, received_at) VALUES ";

    private final InstantSource clock;

    Receipts(InstantSource clock) {
        this.clock = clock;
    }

    /** Which of these are there already. */
    Uni<Set<Receipt>> known(Collection<Receipt> wanted) {
        List<Object> values = wanted.stream()
                .flatMap(receipt -> Stream.<Object>of(receipt.consumer(), UuidBytes.bytes(receipt.eventId())))
                .toList();
        return Panache.getSession()
                .chain(session -> bound(
                                session.createNativeQuery(FIND + "(" + rows("(?, ?)", wanted) + ")", Object[].class),
                                values)
                        .getResultList())
                .map(Receipts::receipts);
    }

    /** Inserts these. Fails at the unique key where one is there already; nothing of the statement stays. */
    Uni<Void> insert(Collection<Receipt> receipts) {
        if (receipts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object now = UtcTimes.of(clock.instant());
        List<Object> values = receipts.stream()
                .flatMap(receipt -> Stream.of(receipt.consumer(), UuidBytes.bytes(receipt.eventId()), now))
                .toList();
        return Panache.getSession()
                .chain(session -> bound(session.createNativeQuery(INSERT + rows("(?, ?, ?)", receipts)), values)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String rows(String row, Collection<?> times) {
        return String.join(", ", Collections.nCopies(times.size(), row));
    }

    private static <Q extends Mutiny.AbstractQuery> Q bound(Q query, List<Object> values) {
        int index = 0;
        for (Object value : values) {
            index++;
            query.setParameter(index, value);
        }
        return query;
    }

    private static Set<Receipt> receipts(List<Object[]> rows) {
        Set<Receipt> receipts = new HashSet<>();
        for (Object[] row : rows) {
            ByteBuffer id = ByteBuffer.wrap((byte[]) row[1]);
            receipts.add(new Receipt((String) row[0], new UUID(id.getLong(), id.getLong())));
        }
        return receipts;
    }
}
