package dev.gatehouse.auth.token;

import dev.gatehouse.contracts.identity.AccountKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The account and the session that a token is for.
 *
 * @param admin as of now: a refresh reads it again
 * @param methods how the person authenticated (RFC 8176)
 */
public record TokenSubject(
        UUID accountId,
        AccountKind kind,
        boolean admin,
        UUID sessionId,
        Instant sessionStartedAt,
        Instant authenticatedAt,
        List<String> methods) {
    /** Copies. */
    public TokenSubject {
        methods = List.copyOf(methods);
    }
}
