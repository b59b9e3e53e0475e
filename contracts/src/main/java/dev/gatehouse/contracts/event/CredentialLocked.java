package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.Audience;

/**
 * {@code credential.locked}: A password opens nothing any more, because of too many failures in a row.
 *
 * @param failures how many there were
 */
public record CredentialLocked(Audience audience, int failures) implements EventData {}
