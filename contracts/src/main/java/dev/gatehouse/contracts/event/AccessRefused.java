package dev.gatehouse.contracts.event;

import java.util.UUID;

/**
 * {@code access.refused}: Somebody reached for what belongs to another account.
 *
 * @param kind what it is, such as {@code session}
 * @param id which one
 */
public record AccessRefused(String kind, UUID id) implements EventData {}
