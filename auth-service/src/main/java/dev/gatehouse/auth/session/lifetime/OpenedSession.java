package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.auth.token.TokenSubject;

/**
 * A session after its opening or a refresh, with the refresh token that its client uses next.
 *
 * @param account as it was when that was decided
 */
public record OpenedSession(Session session, SessionAccount account, RefreshToken refreshToken) {
    /** The subject of its access tokens. */
    public TokenSubject subject() {
        return session.subject(account.admin());
    }
}
