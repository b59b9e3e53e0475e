package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.auth.token.TokenSubject;

/**
 * A session at its beginning or at its next refresh, with the token that its client is to use next.
 *
 * @param admin as of now
 */
public record OpenedSession(Session session, boolean admin, RefreshToken refreshToken) {
    /** Whom access tokens of it are for. */
    public TokenSubject subject() {
        return new TokenSubject(
                session.accountId(),
                session.kind(),
                admin,
                session.id(),
                session.createdAt(),
                session.authenticatedAt(),
                session.methods());
    }
}
