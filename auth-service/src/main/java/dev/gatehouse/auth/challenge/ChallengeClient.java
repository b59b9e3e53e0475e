package dev.gatehouse.auth.challenge;

import dev.gatehouse.auth.token.Digest;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.contracts.identity.Door;

/** The client that a waiting sign-in is bound to: its door, its exact address, and its program. */
public record ChallengeClient(Door door, SessionClient program) {
    Digest digest() {
        return Digest.of(door + "\n" + program.ip() + "\n" + program.userAgent());
    }
}
