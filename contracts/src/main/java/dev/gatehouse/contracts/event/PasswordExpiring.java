package dev.gatehouse.contracts.event;

import java.time.Instant;

/**
 * {@code password.expiring}: The password of an account will soon be too old to sign in with.
 *
 * @param expiresAt from then on a login leads to a new password first
 * @param days the reminder: 14, 7 or 1
 */
public record PasswordExpiring(Instant expiresAt, int days) implements EventData {}
