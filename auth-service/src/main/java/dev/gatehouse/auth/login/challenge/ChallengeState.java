package dev.gatehouse.auth.login.challenge;

import java.time.Instant;

/** How a waiting sign-in stands. */
public enum ChallengeState {
    /** Nobody has answered. */
    PENDING("pending"),
    /** It may be collected. */
    APPROVED("approved"),
    /** It was refused. */
    DENIED("denied"),
    /** Its time is over. */
    EXPIRED("expired"),
    /** Its session was handed over; its id is good for nothing any more. */
    COLLECTED("collected");

    private final String wireName;

    ChallengeState(String wireName) {
        this.wireName = wireName;
    }

    /** What a stored state means at this moment. */
    ChallengeState at(Instant now, Instant expiresAt) {
        return switch (this) {
            case PENDING, APPROVED -> now.isBefore(expiresAt) ? this : EXPIRED;
            case DENIED, EXPIRED, COLLECTED -> this;
        };
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
