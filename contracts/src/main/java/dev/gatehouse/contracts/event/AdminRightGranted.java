package dev.gatehouse.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code admin-right.granted}: An agent became administrator. */
public record AdminRightGranted(String reason, @Nullable Instant expiresAt) implements EventData {}
