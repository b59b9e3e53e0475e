package dev.gatehouse.contracts.event;

/**
 * {@code access-token.refused}: A service refused an access token that is not valid there and then.
 *
 * @param service which service it was sent to, by its audience
 */
public record AccessTokenRefused(String service) implements EventData {}
