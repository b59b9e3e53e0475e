package dev.gatehouse.audit.address;

import dev.gatehouse.chassis.messaging.replica.ReplicaRow;
import dev.gatehouse.contracts.state.AddressState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The newest state of one address. */
@Entity
@Table(name = "address")
class AddressRow implements ReplicaRow<AddressState> {
    @Id
    String ip;

    @Nullable
    String hostname;

    @Column(name = "hostname_reversed")
    @Nullable
    String hostnameReversed;

    boolean confirmed;

    boolean internal;

    @Column(name = "resolved_at")
    Instant resolvedAt;

    long version;

    @Override
    public long version() {
        return version;
    }

    @Override
    public void take(AddressState state) {
        hostname = state.hasEnded() ? null : state.hostname();
        hostnameReversed = hostname == null ? null : HostnamePattern.reversed(hostname);
        confirmed = state.confirmed();
        internal = state.internal();
        resolvedAt = state.resolvedAt();
        version = state.version();
    }
}
