package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.token.Digest;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.contracts.identity.Audience;

/** The client that a challenge is bound to: its API, its exact address and its user agent. */
public record ChallengeClient(Audience audience, SessionClient client) {
    Digest digest() {
        return Digest.of(audience + "\n" + client.ip() + "\n" + client.userAgent());
    }
}
