package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.auth.token.TokenSubject;

/**
 * A session after its opening or a refresh, with the refresh token that its client uses next.
 *
 * @param admin whether the account has the admin right now
 */
public record OpenedSession(Session session, boolean admin, RefreshToken refreshToken) {
    /** The subject of its access tokens. */
    public TokenSubject subject() {
        return session.subject(admin);
    }
}
