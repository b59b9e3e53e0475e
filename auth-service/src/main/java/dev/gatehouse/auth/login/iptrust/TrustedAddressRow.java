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

/** The newest word on one account and one network; without a time the trust was withdrawn. */
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

    TrustedAddressRow(Key key) {
        this.key = key;
        this.version = Long.MIN_VALUE;
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

        /** Reads the key of a record on the topic. */
        static Key read(String text) {
            int bar = text.indexOf('|');
            return new Key(UUID.fromString(text.substring(0, bar)), text.substring(bar + 1));
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
