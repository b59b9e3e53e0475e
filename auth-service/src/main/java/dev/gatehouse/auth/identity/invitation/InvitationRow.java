package dev.gatehouse.auth.identity.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "invitation")
class InvitationRow {
    @Id
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "secret_hash")
    byte[] secretHash;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "accepted_at")
    @Nullable
    Instant acceptedAt;

    boolean openAt(Instant now) {
        return acceptedAt == null && expiresAt.isAfter(now);
    }
}
