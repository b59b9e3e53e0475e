package dev.gatehouse.chassis.messaging.replica;

import dev.gatehouse.chassis.database.SessionSql;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.consumer.Position;
import dev.gatehouse.chassis.messaging.consumer.Subscription;
import dev.gatehouse.chassis.messaging.consumer.Subscriptions;
import dev.gatehouse.chassis.messaging.inbox.EventCodec;
import dev.gatehouse.contracts.state.State;
import dev.gatehouse.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes the states of compacted topics into tables: inserts what is new, replaces what is older. */
@ApplicationScoped
public class Replica implements Subscriptions {
    private static final String COUNTER = "gatehouse.replica.states";
    /** Less than the version of any state. */
    private static final long BLANK = -1;

    private final List<ReplicaTable<?, ?>> tables;
    private final EventCodec codec;
    private final Transactions transactions;
    private final MeterRegistry meters;

    Replica(@All List<ReplicaTable<?, ?>> tables, EventCodec codec, Transactions transactions, MeterRegistry meters) {
        this.tables = List.copyOf(tables);
        this.codec = codec;
        this.transactions = transactions;
        this.meters = meters;
    }

    @Override
    public Stream<Subscription<?>> subscriptions() {
        return tables.stream().map(this::of);
    }

    /** The subscription that fills this table. */
    <S extends State, R extends ReplicaRow<S>> Subscription<Optional<S>> of(ReplicaTable<S, R> table) {
        return new Copy<>(table);
    }

    /** A record without a value holds no state: the end of an entity is a state of its own. */
    private final class Copy<S extends State, R extends ReplicaRow<S>> implements Subscription<Optional<S>> {
        private final ReplicaTable<S, R> table;
        private final String name;

        Copy(ReplicaTable<S, R> table) {
            this.table = table;
            this.name = table.rowType().getAnnotation(Table.class).name();
        }

        @Override
        public Topic topic() {
            return table.topic();
        }

        @Override
        public boolean concerns(String type) {
            return codec.stateType(type).filter(table.stateType()::equals).isPresent();
        }

        @Override
        public Optional<S> read(ConsumerRecord<String, byte[]> record) {
            return codec.state(record).map(table.stateType()::cast);
        }

        @Override
        public Uni<Void> take(List<Optional<S>> batch, Position position) {
            Collection<S> states = newest(batch);
            return transactions
                    .run(() -> writeAll(states).call(() -> position.save()))
                    .invoke(taken -> count(taken, batch.size()))
                    .invoke(() -> states.forEach(table::committed))
                    .replaceWithVoid();
        }

        /** Of several states of one entity the newest; it stands where the first of them stood. */
        private Collection<S> newest(List<Optional<S>> batch) {
            Map<String, S> newest = new LinkedHashMap<>();
            batch.forEach(found -> found.ifPresent(state ->
                    newest.merge(state.key(), state, (old, more) -> more.version() > old.version() ? more : old)));
            return newest.values();
        }

        private Uni<Integer> writeAll(Collection<S> states) {
            return Multi.createFrom()
                    .iterable(states)
                    .onItem()
                    .transformToUniAndConcatenate(this::writeIfNewer)
                    .select()
                    .where(written -> written)
                    .collect()
                    .asList()
                    .map(List::size);
        }

        private Uni<Boolean> writeIfNewer(S state) {
            return Panache.getSession().chain(session -> lock(session, state)
                    .chain(row -> state.version() > row.version()
                            ? write(session, state, row)
                            : Uni.createFrom().item(false)));
        }

        private Uni<Boolean> write(Mutiny.Session session, S state, R row) {
            table.replacing(row, state);
            row.take(state);
            return session.flush().chain(() -> table.written(state, row)).replaceWith(true);
        }

        /**
         * The row, locked until the end of the transaction; a blank one for a new key. The insert comes first: a
         * locking read of an absent row locks the gap, and two transactions that then insert into it are a deadlock.
         */
        private Uni<R> lock(Mutiny.Session session, S state) {
            Map<String, Object> key = table.key(state);
            return SessionSql.update(insert(key.keySet()), key.values())
                    .chain(() -> session.find(table.rowType(), table.id(state), LockModeType.PESSIMISTIC_WRITE));
        }

        private String insert(Collection<String> key) {
            return "INSERT INTO " + name + " (" + String.join(", ", key) + ", version) VALUES ("
                    + String.join(", ", Collections.nCopies(key.size(), "?")) + ", " + BLANK
                    + ") ON DUPLICATE KEY UPDATE version = version";
        }

        private void count(int taken, int all) {
            meters.counter(COUNTER, "table", name, "result", "taken").increment(taken);
            meters.counter(COUNTER, "table", name, "result", "passed-over").increment((double) all - taken);
        }
    }
}
