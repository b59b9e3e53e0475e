package dev.gatehouse.iptrust.mailing;

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
@Table(name = "mail")
class MailRow {
    private static final int LONGEST_REASON = 200;

    @Id
    private UUID id;

    private String kind;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Enumerated(EnumType.STRING)
    private MailState state;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "not_after")
    private Instant notAfter;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    @Nullable
    String reason;

    static MailRow owed(UUID id, MailOrder order, Instant now) {
        MailRow row = new MailRow();
        row.id = id;
        row.kind = order.kind();
        row.subjectId = order.subjectId();
        row.state = MailState.WAITING;
        row.createdAt = now;
        row.notAfter = order.notAfter();
        row.nextAttemptAt = now;
        return row;
    }

    ClaimedMail claim(Instant now) {
        attempts++;
        nextAttemptAt = now.plus(MailRetryPolicy.LEASE);
        return new ClaimedMail(id, kind, subjectId, notAfter, attempts);
    }

    /** Whether the claim is still the newest one. */
    boolean heldBy(ClaimedMail claim) {
        return state == MailState.WAITING && attempts == claim.attempt();
    }

    void end(MailState end, Instant now) {
        state = end;
        doneAt = now;
    }

    void postpone(Instant until) {
        nextAttemptAt = until;
    }

    void because(String why) {
        reason = why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
    }
}
