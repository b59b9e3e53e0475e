package dev.gatehouse.auth.identity.passwordreset;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.identity.AccountKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "password_reset")
class PasswordResetRow {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    AccountKind audience;

    @Column(name = "email_key")
    @Nullable
    String emailKey;

    String network;

    String address;

    @Column(name = "user_agent")
    @Nullable
    String userAgent;

    @Column(name = "secret_hash")
    byte[] secretHash;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "account_id")
    @Nullable
    UUID accountId;

    @Column(name = "offered_at")
    @Nullable
    Instant offeredAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    boolean openAt(Instant now) {
        return offeredAt != null && closedAt == null && expiresAt.isAfter(now);
    }

    /** Whoever asked. */
    Origin origin() {
        return new Origin(Actor.ANONYMOUS, null, IpAddress.parse(address).orElseThrow(), userAgent);
    }
}
