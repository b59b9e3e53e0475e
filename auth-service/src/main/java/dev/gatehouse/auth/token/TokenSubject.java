package dev.gatehouse.auth.token;

import dev.gatehouse.contracts.identity.AccountKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Whom a token is for, and what their session is.
 *
 * @param admin as of now: a refresh looks it up again
 * @param methods how the person proved who they are (RFC 8176)
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
