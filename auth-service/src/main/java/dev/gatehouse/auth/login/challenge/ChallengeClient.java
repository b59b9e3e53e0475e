package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.token.Digest;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.contracts.identity.Audience;

/** The client that a waiting sign-in is bound to: its audience, its exact address, and its program. */
public record ChallengeClient(Audience audience, SessionClient program) {
    Digest digest() {
        return Digest.of(audience + "\n" + program.ip() + "\n" + program.userAgent());
    }
}
