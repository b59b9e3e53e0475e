package dev.gatehouse.chassis.mail.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be scheduled.
 *
 * @param kind of the {@link MailKind} that composes it
 * @param subjectId what the mail is about, as its {@link MailKind} understands it
 * @param accountId of the recipient; the mail is deleted with the account
 * @param notBefore when it is due; absent: now
 * @param notAfter from then on it is of no use
 * @param awaited the name of what it waits for until {@code notBefore}; {@link MailQueue#bringForward} ends the wait
 */
public record MailOrder(
        String kind,
        UUID subjectId,
        @Nullable UUID accountId,
        @Nullable Instant notBefore,
        Instant notAfter,
        @Nullable String awaited) {
    /** A mail that is due at once. */
    public static MailOrder of(String kind, UUID subjectId, UUID accountId, Instant notAfter) {
        return new MailOrder(kind, subjectId, accountId, null, notAfter, null);
    }

    /**
     * The same mail, due when {@link MailQueue#bringForward} names what it waits for, and at this time at the latest.
     */
    public MailOrder awaiting(String what, Instant until) {
        return new MailOrder(kind, subjectId, accountId, until, notAfter, what);
    }

    /** The same mail, due at this time. */
    public MailOrder notBefore(Instant time) {
        return new MailOrder(kind, subjectId, accountId, time, notAfter, null);
    }
}
