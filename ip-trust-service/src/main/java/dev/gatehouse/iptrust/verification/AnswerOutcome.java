package dev.gatehouse.iptrust.verification;

import dev.gatehouse.iptrust.verification.Verifications.View;

/** How an answer ended. */
public sealed interface AnswerOutcome {
    /** The address is trusted, and the waiting sign-in goes on. */
    record Approved(View view) implements AnswerOutcome {}

    /** The waiting sign-in is stopped. */
    record Denied(View view) implements AnswerOutcome {}

    /** Nothing is decided yet. */
    record StillOpen(View view, Complaint complaint) implements AnswerOutcome {}

    /**
     * There is nothing open here: never was, answered, too late, too many wrong numbers. Which of these is not told.
     */
    record Closed() implements AnswerOutcome {}

    /** What was wrong with the answer. */
    enum Complaint {
        WRONG_NUMBER,
        NUMBER_MISSING,
        OTHER_ADDRESS
    }
}
