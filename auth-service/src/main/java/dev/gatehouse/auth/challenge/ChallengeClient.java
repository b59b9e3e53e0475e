package dev.gatehouse.auth.challenge;

import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.secret.Macs;
import dev.gatehouse.contracts.identity.Door;

/** The client that a waiting sign-in is bound to: its door, its exact address, and its program. */
public record ChallengeClient(Door door, SessionClient program) {
    byte[] digest() {
        return Macs.sha256(door + "\n" + program.ip() + "\n" + program.userAgent());
    }
}
