package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.messaging.replica.ReplicaRow;
import dev.gatehouse.contracts.state.TrustedAddressState;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The newest state of the trust of one account in one network; without a time the trust has ended. */
@Entity
@Table(name = "trusted_address")
class TrustedAddressRow implements ReplicaRow<TrustedAddressState> {
    @EmbeddedId
    Key key;

    @Column(name = "trusted_until")
    @Nullable
    Instant trustedUntil;

    long version;

    /** For the persistence provider. */
    TrustedAddressRow() {}

    @Override
    public long version() {
        return version;
    }

    @Override
    public void take(TrustedAddressState state) {
        trustedUntil = state.hasEnded() ? null : state.trustedUntil();
        version = state.version();
    }

    /** Account and network. */
    @Embeddable
    static class Key {
        @Column(name = "account_id")
        UUID accountId;

        String network;

        /** For the persistence provider. */
        Key() {}

        Key(UUID accountId, String network) {
            this.accountId = accountId;
            this.network = network;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && accountId.equals(that.accountId) && network.equals(that.network);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, network);
        }
    }
}
