package dev.gatehouse.contracts.event;

/**
 * {@code incident.suppressed}: A replica of a service saw more incidents of the same kind or network than it publishes.
 *
 * @param count how many it did not publish since it last said so
 */
public record IncidentSuppressed(long count) implements EventData {}
