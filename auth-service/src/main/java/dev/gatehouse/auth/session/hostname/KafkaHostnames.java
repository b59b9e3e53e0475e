package dev.gatehouse.auth.session.hostname;

import dev.gatehouse.chassis.messaging.replica.ReplicaTable;
import dev.gatehouse.contracts.state.AddressState;
import dev.gatehouse.contracts.topic.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Keeps the copy of the hostnames. */
@ApplicationScoped
class KafkaHostnames implements ReplicaTable<AddressState, HostnameRow> {
    @Override
    public Topic topic() {
        return Topic.ADDRESSES;
    }

    @Override
    public Class<AddressState> stateType() {
        return AddressState.class;
    }

    @Override
    public Class<HostnameRow> rowType() {
        return HostnameRow.class;
    }

    @Override
    public Map<String, Object> key(AddressState state) {
        return Map.of("ip", state.ip());
    }
}
