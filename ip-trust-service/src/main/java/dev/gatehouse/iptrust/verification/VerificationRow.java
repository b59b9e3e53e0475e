package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.iptrust.verification.MailBudgetPolicy.Objection;
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
    UUID id;

    UUID reference;

    @Column(name = "account_id")
    UUID accountId;

    String ip;

    String network;

    @Column(name = "password_change")
    boolean passwordChange;

    @Column(name = "user_agent")
    @Nullable
    String userAgent;

    @Column(name = "match_number_proof")
    String matchNumberProof;

    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "requested_at")
    Instant requestedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable
    String reason;

    @Column(name = "resend_at")
    @Nullable
    Instant resendAt;

    @Column(name = "wrong_numbers")
    int wrongNumbers;

    @Column(name = "mailed_at")
    @Nullable
    Instant mailedAt;

    @Column(name = "closed_at")
    @Nullable
    Instant closedAt;

    static VerificationRow of(UUID id, String tokenHash, ChallengedLogin login, IpNetwork network) {
        VerificationRow row = new VerificationRow();
        row.id = id;
        row.tokenHash = tokenHash;
        row.reference = login.reference();
        row.accountId = login.accountId();
        row.ip = login.address().canonical();
        row.network = network.toString();
        row.passwordChange = login.passwordChange();
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

    void withhold(Objection objection, Instant now) {
        close(State.WITHHELD, objection.reason(), now);
        resendAt = objection.resendAt();
    }

    void countWrongNumber() {
        wrongNumbers++;
    }

    void mailed(Instant now) {
        mailedAt = now;
    }

    boolean openAt(Instant now) {
        return state == State.PENDING && now.isBefore(expiresAt);
    }

    IpAddress address() {
        return IpAddress.parse(ip).orElseThrow();
    }

    /** The state of a verification. */
    enum State {
        PENDING,
        APPROVED,
        DENIED,
        EXPIRED,
        WITHHELD;

        /** The name in JSON. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
