package dev.gatehouse.iptrust.mailing;

import dev.gatehouse.chassis.mail.message.MailText;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** A room that owes mails of one kind; every bean of this type is found by its kind. */
public interface MailSource {
    /** Names the kind in the queue; never changes. */
    String kind();

    /** What is to be sent to whom, made now; runs outside of any transaction and opens what it needs. */
    Uni<Letter> write(UUID subjectId);

    /** Joins the transaction that marks the mail as sent. */
    Uni<Void> sent(UUID subjectId);

    /** Joins the transaction that gives the mail up, for this reason. */
    Uni<Void> gaveUp(UUID subjectId, String reason);

    /** What there is to send. */
    sealed interface Letter {
        /** This mail. */
        record Ready(String to, String subject, MailText text) implements Letter {
            /** Redacted: addresses and links stay out of logs. */
            @Override
            public String toString() {
                return "Ready";
            }
        }

        /** Something has not arrived yet: ask again soon. */
        record NotYet(String reason) implements Letter {}

        /** Nobody needs it any more. */
        record NoLonger(String reason) implements Letter {}
    }
}
