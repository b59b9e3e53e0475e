package dev.gatehouse.notification.address;

import dev.gatehouse.chassis.messaging.replica.ReplicaRow;
import dev.gatehouse.contracts.state.AddressState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The newest state of an address. */
@Entity
@Table(name = "address")
class AddressRow implements ReplicaRow<AddressState> {
    @Id
    String ip;

    @Nullable
    String hostname;

    @Column(name = "resolved_at")
    Instant resolvedAt;

    long version;

    ResolvedAddress address() {
        return new ResolvedAddress(ip, hostname, resolvedAt);
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void take(AddressState state) {
        hostname = state.hasEnded() ? null : HostnamePolicy.believable(state);
        resolvedAt = state.resolvedAt();
        version = state.version();
    }
}
