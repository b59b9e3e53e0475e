package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.identity.AccountKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A session for listing and ending; what refresh needs beyond that is read and written by statements of its own. */
@Entity
@DynamicUpdate
@Table(name = "session")
class SessionRow {
    @Id
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    @Enumerated(EnumType.STRING)
    AccountKind kind;

    String methods;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "authenticated_at")
    Instant authenticatedAt;

    @Column(name = "last_seen_at")
    Instant lastSeenAt;

    @Column(name = "idle_expires_at")
    Instant idleExpiresAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "remember_me")
    boolean rememberMe;

    String ip;

    @Column(name = "user_agent")
    @Nullable
    String userAgent;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    @Nullable
    SessionEnd endReason;

    void end(SessionEnd why, Instant now) {
        endedAt = now;
        endReason = why;
    }

    /** Which of its two limits a session met that nobody ended. */
    SessionEnd lapse() {
        return idleExpiresAt.isBefore(expiresAt) ? SessionEnd.IDLE : SessionEnd.EXPIRED;
    }

    Session session() {
        return new Session(
                id,
                accountId,
                kind,
                List.of(methods.split(",", -1)),
                createdAt,
                authenticatedAt,
                lastSeenAt,
                idleExpiresAt,
                expiresAt,
                rememberMe,
                ip,
                userAgent);
    }
}
