package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.token.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a sign-in waits with.
 *
 * @param passwordSetAt which password was proven
 */
public record NewChallenge(
        UUID accountId, ChallengeClient client, Instant passwordSetAt, Duration lifetime, Wish wish) {
    /**
     * How the session is to be, once there is one.
     *
     * @param methods how the person proved who they are so far
     */
    public record Wish(List<String> methods, boolean rememberMe, Transport transport) {
        /** Copies. */
        public Wish {
            methods = List.copyOf(methods);
        }
    }
}
