package dev.gatehouse.notification.address;

import dev.gatehouse.chassis.messaging.replica.Replica;
import dev.gatehouse.chassis.messaging.replica.ReplicaTable;
import dev.gatehouse.contracts.state.AddressState;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copy of the hostnames, and calls the watchers when a look-up has ended. */
@ApplicationScoped
class KafkaAddresses implements ReplicaTable<AddressState, AddressRow> {
    private final Replica replica;
    private final List<AddressWatcher> watchers;

    KafkaAddresses(Replica replica, @All List<AddressWatcher> watchers) {
        this.replica = replica;
        this.watchers = List.copyOf(watchers);
    }

    @Incoming("addresses")
    Uni<Void> onState(ConsumerRecord<String, byte[]> record) {
        return replica.take(this, record);
    }

    @Override
    public Class<AddressState> stateType() {
        return AddressState.class;
    }

    @Override
    public Class<AddressRow> rowType() {
        return AddressRow.class;
    }

    @Override
    public String table() {
        return "address";
    }

    @Override
    public SortedMap<String, Object> key(AddressState state) {
        return new TreeMap<>(Map.of("ip", state.ip()));
    }

    @Override
    public String id(AddressState state) {
        return state.ip();
    }

    @Override
    public long version(AddressRow row) {
        return row.version;
    }

    @Override
    public void write(AddressState state, AddressRow row) {
        row.take(state);
    }

    /** One watcher after the other, because they share the session. */
    @Override
    public Uni<Void> written(AddressState state, AddressRow row) {
        return Multi.createFrom()
                .iterable(state.hasEnded() ? List.<AddressWatcher>of() : watchers)
                .onItem()
                .transformToUniAndConcatenate(watcher -> watcher.resolved(row.address()))
                .onItem()
                .ignoreAsUni();
    }

    @Override
    public void committed(AddressState state) {
        watchers.forEach(AddressWatcher::committed);
    }
}
