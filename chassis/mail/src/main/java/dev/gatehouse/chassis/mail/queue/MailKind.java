package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.mail.message.MailText;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Composes the mails of one or more kinds; the queue finds every bean of this type. */
public interface MailKind {
    /** The kinds, as they stand in {@link MailOrder#kind}; they never change. */
    Set<String> kinds();

    /** What is sent to whom, composed now; runs outside of a transaction and opens what it needs. */
    Uni<Content> compose(QueuedMail mail);

    /** The SMTP server took the mail; joins the transaction that marks it. */
    default Uni<Void> sent(QueuedMail mail) {
        return Uni.createFrom().voidItem();
    }

    /** The mail was not needed any more; joins the transaction that marks it. */
    default Uni<Void> dropped(QueuedMail mail, String reason) {
        return Uni.createFrom().voidItem();
    }

    /** The mail is not tried again; joins the transaction that marks it. */
    default Uni<Void> abandoned(QueuedMail mail, Abandonment why) {
        return Uni.createFrom().voidItem();
    }

    /**
     * Why a mail is not tried again.
     *
     * @param tooLate whether its time ran out; otherwise it was refused for good
     * @param reason why the last attempt failed, without addresses
     */
    record Abandonment(boolean tooLate, String reason) {}

    /** What there is to send. */
    sealed interface Content {
        /** This mail. */
        record Ready(String to, String subject, MailText text) implements Content {
            /** Redacted: addresses and links stay out of logs. */
            @Override
            public String toString() {
                return "Ready";
            }
        }

        /** Something that the mail needs has not arrived: it is tried again. */
        record NotYet(String reason) implements Content {}

        /** The mail has no purpose any more. */
        record NotNeeded(String reason) implements Content {}
    }
}
