package dev.gatehouse.chassis.messaging.replica;

import dev.gatehouse.contracts.state.AddressState;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "address_copy")
class AddressCopyRow implements ReplicaRow<AddressState> {
    @Id
    String ip;

    @Nullable
    String hostname;

    long version;

    @Override
    public long version() {
        return version;
    }

    @Override
    public void take(AddressState state) {
        hostname = state.hasEnded() ? null : state.hostname();
        version = state.version();
    }
}
