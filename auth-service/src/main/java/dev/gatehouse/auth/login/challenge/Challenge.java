package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.contracts.event.ChallengeKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A waiting sign-in as it was when it was read.
 *
 * @param reference names it among services; opens nothing
 * @param state as stored; {@link #state(Instant)} is what it means
 */
public record Challenge(
        UUID reference,
        ChallengeKind kind,
        ChallengeState state,
        int matchNumber,
        Instant expiresAt,
        NewChallenge begun) {
    /** How it stands at this moment. */
    public ChallengeState state(Instant now) {
        return state.at(now, expiresAt);
    }
}
