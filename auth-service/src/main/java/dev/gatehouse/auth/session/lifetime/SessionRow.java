package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.contracts.event.SessionEnd;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The columns that are needed to end a session. All other columns belong to {@link OpenSessions}. */
@Entity
@DynamicUpdate
@Table(name = "session")
class SessionRow {
    @Id
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "idle_expires_at")
    Instant idleExpiresAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    @Nullable
    SessionEnd endReason;

    /** Which of its two limits a lapsed session has passed. */
    SessionEnd lapse() {
        return idleExpiresAt.isBefore(expiresAt) ? SessionEnd.IDLE : SessionEnd.EXPIRED;
    }
}
