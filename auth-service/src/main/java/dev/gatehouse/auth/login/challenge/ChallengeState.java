package dev.gatehouse.auth.login.challenge;

import java.time.Instant;

/** The state of a login challenge. */
enum ChallengeState {
    /** Not answered yet. */
    PENDING("pending"),
    /** Its session can be redeemed. */
    APPROVED("approved"),
    /** Rejected. */
    DENIED("denied"),
    /** Not answered, or not redeemed, in time. */
    EXPIRED("expired"),
    /** Its session was handed over; the challenge is closed. */
    REDEEMED("redeemed");

    private final String wireName;

    ChallengeState(String wireName) {
        this.wireName = wireName;
    }

    /** What a stored state means at this moment. */
    ChallengeState at(Instant now, Instant expiresAt) {
        return switch (this) {
            case PENDING, APPROVED -> now.isBefore(expiresAt) ? this : EXPIRED;
            case DENIED, EXPIRED, REDEEMED -> this;
        };
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
