package dev.gatehouse.chassis.security.caller;

import java.util.UUID;

/**
 * A request was refused because its caller lost the authority after the headers had been accepted: the session ended,
 * the token expired or the right was withdrawn. Fired within the request.
 *
 * @param sessionId the session of the access token
 */
public record AuthorityLost(UUID sessionId) {}
