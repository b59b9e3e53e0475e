package dev.gatehouse.auth.identity.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation and the state of its mail. */
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

    int attempts;

    /** When the mail is tried next; absent once it is sent or given up. While it is being sent this is the lease. */
    @Column(name = "next_attempt_at")
    @Nullable
    Instant nextAttemptAt;

    @Column(name = "mailed_at")
    @Nullable
    Instant mailedAt;

    @Column(name = "last_error")
    @Nullable
    String lastError;

    boolean openAt(Instant now) {
        return acceptedAt == null && expiresAt.isAfter(now);
    }
}
