package dev.gatehouse.iptrust.verification;

import dev.gatehouse.iptrust.verification.Verifications.OpenVerification;

/** The outcome of an answer on the verification page. */
sealed interface VerificationOutcome {
    /** The address is trusted, and the challenge will be approved. */
    record Approved(OpenVerification verification) implements VerificationOutcome {}

    /** The challenge will be denied. */
    record Denied(OpenVerification verification) implements VerificationOutcome {}

    /** The verification stays open. */
    record StillOpen(OpenVerification verification, Rejection reason) implements VerificationOutcome {}

    /** The link opens no verification: unknown, already answered, expired, or too many wrong numbers. */
    record Closed() implements VerificationOutcome {}

    /** Why the answer was rejected. */
    enum Rejection {
        WRONG_NUMBER,
        NUMBER_MISSING,
        OTHER_ADDRESS
    }
}
