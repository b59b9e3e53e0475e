package dev.gatehouse.contracts.event;

/** {@code refresh-token.reused}: A rotated refresh token came back: its family was ended. */
public record RefreshTokenReused(int sessionsEnded) implements EventData {}
