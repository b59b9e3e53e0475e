package dev.gatehouse.auth.login.iptrust;

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
class TrustedAddressRow {
    @EmbeddedId
    Key key;

    @Column(name = "trusted_until")
    @Nullable
    Instant trustedUntil;

    long version;

    /** For the persistence provider. */
    TrustedAddressRow() {}

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
