package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.login.iptrust.PendingChallenges;
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

/** The columns that are needed to answer a challenge. All other columns belong to {@link SqlChallenges}. */
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

    @Column(name = "user_agent")
    @Nullable
    String userAgent;

    @Nullable
    UUID joins;

    @Enumerated(EnumType.STRING)
    @Column(name = "mail_state")
    PendingChallenges.@Nullable MailState mailState;

    @Column(name = "mail_resend_at")
    @Nullable
    Instant mailResendAt;

    @Column(name = "mail_reason")
    @Nullable
    String mailReason;

    @Column(name = "password_set_at")
    Instant passwordSetAt;

    @Column(name = "expires_at")
    Instant expiresAt;
}
