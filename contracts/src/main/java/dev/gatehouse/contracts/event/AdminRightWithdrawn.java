package dev.gatehouse.contracts.event;

/** {@code admin-right.withdrawn}: An agent is administrator no longer. */
public record AdminRightWithdrawn(String reason) implements EventData {}
