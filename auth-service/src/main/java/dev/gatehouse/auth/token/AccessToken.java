package dev.gatehouse.auth.token;

import dev.gatehouse.chassis.security.secret.Secret;
import java.time.Duration;

/** A minted token with the time it is good for, unless its session ends before. */
public record AccessToken(Secret text, Duration lifetime) {}
