package dev.gatehouse.auth.identity.administration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of what one request with an Idempotency-Key created. */
@Entity
@Table(name = "idempotency_key")
class IdempotencyRow {
    @EmbeddedId
    Key key;

    @Column(name = "body_digest")
    byte[] bodyDigest;

    @Column(name = "resource_id")
    UUID resourceId;

    @Column(name = "created_at")
    Instant createdAt;

    /** For Hibernate. */
    IdempotencyRow() {}

    IdempotencyRow(IdempotencyKeys.Claim claim, UUID resourceId, Instant createdAt) {
        this.key = Key.of(claim);
        this.bodyDigest = HexFormat.of().parseHex(claim.bodyDigest());
        this.resourceId = resourceId;
        this.createdAt = createdAt;
    }

    boolean hasBodyOf(IdempotencyKeys.Claim claim) {
        return HexFormat.of().formatHex(bodyDigest).equals(claim.bodyDigest());
    }

    /** Caller and key. */
    @Embeddable
    static class Key {
        @Column(name = "caller_id")
        UUID callerId;

        @Column(name = "key_digest")
        byte[] keyDigest;

        /** For Hibernate. */
        Key() {}

        static Key of(IdempotencyKeys.Claim claim) {
            Key key = new Key();
            key.callerId = claim.callerId();
            key.keyDigest = HexFormat.of().parseHex(claim.keyDigest());
            return key;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && callerId.equals(key.callerId) && Arrays.equals(keyDigest, key.keyDigest);
        }

        @Override
        public int hashCode() {
            return Objects.hash(callerId, Arrays.hashCode(keyDigest));
        }
    }
}
