package dev.gatehouse.chassis.messaging.replica;

import dev.gatehouse.chassis.database.Backoff;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.inbox.EventCodec;
import dev.gatehouse.contracts.state.State;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes the states of a compacted topic into a table: inserts what is new, replaces what is older. */
@ApplicationScoped
public class Replica {
    private static final String COUNTER = "gatehouse.replica.records";
    /** Less than the version of any state. */
    private static final long BLANK = -1;

    private final EventCodec codec;
    private final Transactions transactions;
    private final Backoff backoff;
    private final MeterRegistry meters;

    Replica(EventCodec codec, Transactions transactions, Backoff backoff, MeterRegistry meters) {
        this.codec = codec;
        this.transactions = transactions;
        this.backoff = backoff;
        this.meters = meters;
    }

    /**
     * Writes the state of the record into the table if it is newer than the row, in one transaction with
     * {@link ReplicaTable#written}. Ignores and counts a record without a value, and a type that is not copied. Waits
     * while the database is unavailable; fails for a record that can never be processed, so that the channel moves it
     * to the dead letters.
     */
    public <S extends State, R> Uni<Void> take(ReplicaTable<S, R> table, ConsumerRecord<String, byte[]> record) {
        return Uni.createFrom().deferred(() -> codec.state(record)
                .filter(table.stateType()::isInstance)
                .map(state -> take(table, table.stateType().cast(state)))
                .orElseGet(() -> ignore(table, record)));
    }

    private <S extends State, R> Uni<Void> take(ReplicaTable<S, R> table, S state) {
        return backoff.retrying(transactions.run(() -> writeIfNewer(table, state)))
                .invoke(newer -> count(table, newer ? "taken" : "older"))
                .invoke(() -> table.committed(state))
                .replaceWithVoid();
    }

    private <S extends State, R> Uni<Void> ignore(ReplicaTable<S, R> table, ConsumerRecord<String, byte[]> record) {
        count(table, record.value() == null ? "no-value" : "unknown-type");
        return Uni.createFrom().voidItem();
    }

    private static <S extends State, R> Uni<Boolean> writeIfNewer(ReplicaTable<S, R> table, S state) {
        return Panache.getSession().chain(session -> lock(session, table, state)
                .chain(row -> state.version() > table.version(row)
                        ? write(session, table, state, row)
                        : Uni.createFrom().item(false)));
    }

    private static <S extends State, R> Uni<Boolean> write(
            Mutiny.Session session, ReplicaTable<S, R> table, S state, R row) {
        table.write(state, row);
        return session.flush().chain(() -> table.written(state, row)).replaceWith(true);
    }

    /**
     * The row, locked until the end of the transaction; a blank one for a new key. The insert comes first: a locking
     * read of an absent row locks the gap, and two transactions that then insert into it are a deadlock.
     */
    private static <S extends State, R> Uni<R> lock(Mutiny.Session session, ReplicaTable<S, R> table, S state) {
        SortedMap<String, Object> key = table.key(state);
        Mutiny.Query<Object> insert = session.createNativeQuery(insert(table.table(), key.keySet()));
        int position = 1;
        for (Object value : key.values()) {
            insert = insert.setParameter(position, value);
            position++;
        }
        return insert.executeUpdate()
                .chain(() -> session.find(table.rowType(), table.id(state), LockModeType.PESSIMISTIC_WRITE));
    }

    private static String insert(String table, Collection<String> key) {
        return "INSERT INTO " + table + " (" + String.join(", ", key) + ", version) VALUES ("
                + String.join(", ", Collections.nCopies(key.size(), "?")) + ", " + BLANK
                + ") ON DUPLICATE KEY UPDATE version = version";
    }

    private void count(ReplicaTable<?, ?> table, String result) {
        meters.counter(COUNTER, "table", table.table(), "result", result).increment();
    }
}
