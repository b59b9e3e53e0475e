package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.database.SessionSql;
import dev.gatehouse.chassis.database.UuidBytes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Object[] values = wanted.stream()
                .flatMap(receipt -> Stream.of(receipt.consumer(), receipt.eventId()))
                .toArray();
        return SessionSql.select(FIND + "(" + rows("(?, ?)", wanted) + ")", values)
                .map(Receipts::receipts);
    }

    /** Inserts these. Fails at the unique key where one is there already; nothing of the statement stays. */
    Uni<Void> insert(Collection<Receipt> receipts) {
        if (receipts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        Object[] values = receipts.stream()
                .flatMap(receipt -> Stream.of(receipt.consumer(), receipt.eventId(), now))
                .toArray();
        return SessionSql.update(INSERT + rows("(?, ?, ?)", receipts), values).replaceWithVoid();
    }

    private static String rows(String row, Collection<?> times) {
        return String.join(", ", Collections.nCopies(times.size(), row));
    }

    private static Set<Receipt> receipts(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Receipt((String) row[0], UuidBytes.from((Buffer) row[1])))
                .collect(Collectors.toSet());
    }
}
