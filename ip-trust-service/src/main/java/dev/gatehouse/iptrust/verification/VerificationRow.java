package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.iptrust.verification.VerificationOpening.ChallengedLogin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "verification")
class VerificationRow {
    @Id
    private UUID id;

    private UUID reference;

    @Column(name = "account_id")
    private UUID accountId;

    private String ip;

    @Column(name = "user_agent")
    private @Nullable String userAgent;

    @Column(name = "match_number_proof")
    private String matchNumberProof;

    @Column(name = "token_hash")
    private String tokenHash;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable String reason;

    @Column(name = "wrong_numbers")
    private int wrongNumbers;

    @Column(name = "mailed_at")
    private @Nullable Instant mailedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    static VerificationRow of(UUID id, String tokenHash, ChallengedLogin login) {
        VerificationRow row = new VerificationRow();
        row.id = id;
        row.tokenHash = tokenHash;
        row.reference = login.reference();
        row.accountId = login.accountId();
        row.ip = login.address().canonical();
        row.userAgent = login.userAgent();
        row.matchNumberProof = login.matchNumberProof();
        row.requestedAt = login.requestedAt();
        row.expiresAt = login.expiresAt();
        row.state = State.PENDING;
        return row;
    }

    void close(State end, @Nullable String why, Instant now) {
        state = end;
        reason = why;
        closedAt = now;
    }

    void countWrongNumber() {
        wrongNumbers++;
    }

    void mailed(Instant now) {
        mailedAt = now;
    }

    boolean pending() {
        return state == State.PENDING;
    }

    boolean openAt(Instant now) {
        return pending() && now.isBefore(expiresAt);
    }

    UUID id() {
        return id;
    }

    UUID reference() {
        return reference;
    }

    UUID accountId() {
        return accountId;
    }

    IpAddress address() {
        return IpAddress.parse(ip).orElseThrow();
    }

    @Nullable
    String userAgent() {
        return userAgent;
    }

    String matchNumberProof() {
        return matchNumberProof;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    int wrongNumbers() {
        return wrongNumbers;
    }

    VerificationResource.Item item(@Nullable String hostname) {
        return new VerificationResource.Item(
                id,
                reference,
                accountId,
                ip,
                hostname,
                userAgent,
                state.toString(),
                reason,
                wrongNumbers,
                requestedAt,
                expiresAt,
                mailedAt,
                closedAt);
    }

    /** Where it stands. */
    enum State {
        PENDING,
        APPROVED,
        DENIED,
        EXPIRED,
        REPLACED,
        WITHHELD;

        /** The name in JSON. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
