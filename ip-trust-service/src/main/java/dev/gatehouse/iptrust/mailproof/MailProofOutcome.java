package dev.gatehouse.iptrust.mailproof;

import java.time.Duration;

/** The outcome of requesting or verifying a code. */
sealed interface MailProofOutcome {
    /** The mail with the code is scheduled. */
    record CodeScheduled() implements MailProofOutcome {}

    /** Mail reaches the administrator. */
    record Proven() implements MailProofOutcome {}

    /** The code is wrong. */
    record WrongCode() implements MailProofOutcome {}

    /** No code was requested, or it has expired. */
    record NoOpenCode() implements MailProofOutcome {}

    /** Too many codes, or too many wrong ones. */
    record TooMany(Duration retryAfter) implements MailProofOutcome {}
}
