package dev.gatehouse.contracts.event;

/** {@code session.ended}: A session is over; its tokens are revoked. */
public record SessionEnded(SessionEnd why) implements EventData {}
