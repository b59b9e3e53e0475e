package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.chassis.security.secret.Secret;

/**
 * A waiting sign-in at its beginning.
 *
 * @param id what its client holds; known to nobody else
 */
public record OpenedChallenge(Challenge challenge, Secret id) {}
