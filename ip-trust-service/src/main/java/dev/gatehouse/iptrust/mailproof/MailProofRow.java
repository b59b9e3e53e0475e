package dev.gatehouse.iptrust.mailproof;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "mail_proof")
class MailProofRow {
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
    private static final Duration PROOF_LIFETIME = Duration.ofDays(1);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int CODES_A_WINDOW = 5;
    private static final int TRIES_A_WINDOW = 5;

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "proof_id")
    private UUID proofId;

    @Column(name = "code_expires_at")
    private @Nullable Instant codeExpiresAt;

    @Column(name = "window_ends_at")
    private Instant windowEndsAt;

    @Column(name = "codes_sent")
    private int codesSent;

    private int tries;

    @Column(name = "proven_until")
    private @Nullable Instant provenUntil;

    static MailProofRow of(UUID accountId, UUID proofId, Instant now) {
        MailProofRow row = new MailProofRow();
        row.accountId = accountId;
        row.proofId = proofId;
        row.windowEndsAt = now.plus(WINDOW);
        return row;
    }

    MailProofOutcome request(UUID newProofId, Instant now) {
        beginWindow(now);
        if (codesSent >= CODES_A_WINDOW || tries >= TRIES_A_WINDOW) {
            return tooMany(now);
        }
        codesSent++;
        proofId = newProofId;
        codeExpiresAt = now.plus(CODE_LIFETIME);
        return new MailProofOutcome.CodeOwed();
    }

    /** The try is counted before the code is looked at. */
    MailProofOutcome answer(Answer answer, Instant now) {
        beginWindow(now);
        if (tries >= TRIES_A_WINDOW) {
            return tooMany(now);
        }
        if (!open(now)) {
            return new MailProofOutcome.NoOpenCode();
        }
        tries++;
        return switch (answer) {
            case RIGHT -> proven(now);
            case WRONG -> new MailProofOutcome.WrongCode();
        };
    }

    boolean open(Instant now) {
        return codeExpiresAt != null && now.isBefore(codeExpiresAt);
    }

    boolean provenAt(Instant now) {
        return provenUntil != null && now.isBefore(provenUntil);
    }

    UUID accountId() {
        return accountId;
    }

    UUID proofId() {
        return proofId;
    }

    @Nullable
    Instant codeExpiresAt() {
        return codeExpiresAt;
    }

    @Nullable
    Instant provenUntil() {
        return provenUntil;
    }

    private MailProofOutcome proven(Instant now) {
        provenUntil = now.plus(PROOF_LIFETIME);
        codeExpiresAt = null;
        tries = 0;
        return new MailProofOutcome.Proven();
    }

    private MailProofOutcome tooMany(Instant now) {
        return new MailProofOutcome.TooMany(Duration.between(now, windowEndsAt));
    }

    private void beginWindow(Instant now) {
        if (!now.isBefore(windowEndsAt)) {
            windowEndsAt = now.plus(WINDOW);
            codesSent = 0;
            tries = 0;
        }
    }

    /** What the typed code turned out to be. */
    enum Answer {
        RIGHT,
        WRONG
    }
}
