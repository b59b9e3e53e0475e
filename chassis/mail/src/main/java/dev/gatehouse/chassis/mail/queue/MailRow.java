package dev.gatehouse.chassis.mail.queue;

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
    @Id
    UUID id;

    String kind;

    @Column(name = "subject_id")
    UUID subjectId;

    @Column(name = "account_id")
    @Nullable
    UUID accountId;

    @Enumerated(EnumType.STRING)
    MailState state;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "not_after")
    Instant notAfter;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Nullable
    String awaited;

    int attempts;

    @Nullable
    String recipient;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "last_error")
    @Nullable
    String lastError;

    static MailRow of(UUID id, MailOrder order, Instant now) {
        MailRow row = new MailRow();
        row.id = id;
        row.kind = order.kind();
        row.subjectId = order.subjectId();
        row.accountId = order.accountId();
        row.state = MailState.QUEUED;
        row.createdAt = now;
        row.notAfter = order.notAfter();
        row.dueAt = order.notBefore() == null ? now : order.notBefore();
        row.awaited = order.awaited();
        return row;
    }

    /** The first attempt begins now, and is over at the end of the lease. */
    void claim(Instant leaseEnd) {
        state = MailState.SENDING;
        attempts = 1;
        dueAt = leaseEnd;
    }
}
