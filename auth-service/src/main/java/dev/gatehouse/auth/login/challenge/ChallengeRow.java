package dev.gatehouse.auth.login.challenge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** A waiting sign-in for those who approve and deny; all else of the row is read and written by statements. */
@Entity
@DynamicUpdate
@Table(name = "login_challenge")
class ChallengeRow {
    @Id
    UUID reference;

    @Column(name = "account_id")
    UUID accountId;

    @Enumerated(EnumType.STRING)
    ChallengeState state;

    String ip;

    @Column(name = "expires_at")
    Instant expiresAt;
}
