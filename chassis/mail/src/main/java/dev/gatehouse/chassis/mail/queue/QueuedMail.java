package dev.gatehouse.chassis.mail.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail of the queue.
 *
 * @param attempts how often it was claimed; the fencing number of a claim
 * @param nextAttemptAt absent once it has ended
 * @param recipient the address that it went to; absent until then
 * @param lastError absent when the last attempt did not fail
 */
public record QueuedMail(
        UUID id,
        String kind,
        UUID subjectId,
        @Nullable UUID accountId,
        MailState state,
        Instant createdAt,
        Instant notAfter,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String recipient,
        @Nullable Instant endedAt,
        @Nullable String lastError) {
    static QueuedMail of(MailRow row) {
        return new QueuedMail(
                row.id,
                row.kind,
                row.subjectId,
                row.accountId,
                row.state,
                row.createdAt,
                row.notAfter,
                row.attempts,
                row.dueAt,
                row.recipient,
                row.endedAt,
                row.lastError);
    }

    /** The same mail, claimed once more. */
    QueuedMail claimed() {
        return new QueuedMail(
                id,
                kind,
                subjectId,
                accountId,
                MailState.SENDING,
                createdAt,
                notAfter,
                attempts + 1,
                nextAttemptAt,
                recipient,
                endedAt,
                lastError);
    }

    boolean isDue(Instant now) {
        return nextAttemptAt != null && !nextAttemptAt.isAfter(now);
    }

    /** Redacted: addresses stay out of logs. */
    @Override
    public String toString() {
        return "QueuedMail[id=" + id + ", kind=" + kind + ", state=" + state + "]";
    }
}
