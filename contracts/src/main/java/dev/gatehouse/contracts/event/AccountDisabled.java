package dev.gatehouse.contracts.event;

/** {@code account.disabled}: An account may no longer sign in. */
public record AccountDisabled(int sessionsEnded) implements EventData {}
