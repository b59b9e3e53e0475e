package dev.gatehouse.auth.token;

import dev.gatehouse.chassis.security.secret.Secret;
import java.time.Duration;

/** A minted token and its lifetime; it ends earlier with its session. */
public record AccessToken(Secret text, Duration lifetime) {}
