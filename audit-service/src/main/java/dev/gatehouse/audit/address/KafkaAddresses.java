package dev.gatehouse.audit.address;

import dev.gatehouse.chassis.messaging.replica.ReplicaTable;
import dev.gatehouse.contracts.state.AddressState;
import dev.gatehouse.contracts.topic.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Keeps the copy of the hostnames. */
@ApplicationScoped
class KafkaAddresses implements ReplicaTable<AddressState, AddressRow> {
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
}
