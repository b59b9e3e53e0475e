package dev.gatehouse.iptrust.mailproof;

import java.time.Duration;

/** How asking for a code, or answering with one, ended. */
sealed interface MailProofOutcome {
    /** A code is on its way. */
    record CodeOwed() implements MailProofOutcome {}

    /** Mail reaches the administrator. */
    record Proven() implements MailProofOutcome {}

    /** Not this code. */
    record WrongCode() implements MailProofOutcome {}

    /** No code is open: none was asked for, or its time is over. */
    record NoOpenCode() implements MailProofOutcome {}

    /** Too many codes, or too many wrong ones. */
    record TooMany(Duration retryAfter) implements MailProofOutcome {}
}
