package dev.gatehouse.contracts.event;

/** {@code password.changed}: An account has a new password. */
public record PasswordChanged(int sessionsEnded) implements EventData {}
