package dev.gatehouse.auth.session.hostname;

import dev.gatehouse.chassis.messaging.replica.ReplicaRow;
import dev.gatehouse.contracts.state.AddressState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The newest state of an address; without a hostname when there is none, or when it is not confirmed. */
@Entity
@Table(name = "hostname")
class HostnameRow implements ReplicaRow<AddressState> {
    @Id
    String ip;

    @Nullable
    String hostname;

    @Column(name = "resolved_at")
    Instant resolvedAt;

    long version;

    @Override
    public long version() {
        return version;
    }

    @Override
    public void take(AddressState state) {
        hostname = state.confirmed() && !state.hasEnded() ? state.hostname() : null;
        resolvedAt = state.resolvedAt();
        version = state.version();
    }
}
