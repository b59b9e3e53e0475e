package dev.gatehouse.notification.address;

import dev.gatehouse.chassis.messaging.replica.ReplicaTable;
import dev.gatehouse.contracts.state.AddressState;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Keeps the copy of the hostnames, and calls the watchers when a look-up has ended. */
@ApplicationScoped
class KafkaAddresses implements ReplicaTable<AddressState, AddressRow> {
    private final List<AddressWatcher> watchers;

    KafkaAddresses(@All List<AddressWatcher> watchers) {
        this.watchers = List.copyOf(watchers);
    }

    @Override
    public Topic topic() {
        return Topic.ADDRESSES;
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
    public Map<String, Object> key(AddressState state) {
        return Map.of("ip", state.ip());
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
}
