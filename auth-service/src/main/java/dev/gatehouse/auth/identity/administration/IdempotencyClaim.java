package dev.gatehouse.auth.identity.administration;

import java.util.UUID;

/**
 * One request under its key, as digests in hexadecimal.
 *
 * @param callerId whose key it is: two callers may use the same one
 */
public record IdempotencyClaim(UUID callerId, String keyDigest, String bodyDigest) {}
