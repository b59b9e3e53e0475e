package dev.gatehouse.auth.session.grant;

import dev.gatehouse.auth.session.lifetime.OpenedSession;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.token.AccessToken;
import dev.gatehouse.auth.token.RefreshCookie;
import dev.gatehouse.auth.token.Transport;
import java.time.Duration;
import java.util.Optional;

/** A session with fresh tokens of it. */
public record Grant(OpenedSession opened, AccessToken accessToken) {
    /** The JSON of the answer; the refresh token is in it unless it goes by cookie. */
    public SessionAnswer body(Transport transport) {
        return SessionAnswer.of(this, transport);
    }

    /** The {@code Set-Cookie} of the answer, if the refresh token goes by cookie. */
    public Optional<String> cookie(Transport transport) {
        return switch (transport) {
            case BODY -> Optional.empty();
            case COOKIE -> Optional.of(RefreshCookie.holding(opened.refreshToken(), kept()));
        };
    }

    /** Only a remembered session outlives the browser. */
    private Optional<Duration> kept() {
        Session session = opened.session();
        return session.rememberMe()
                ? Optional.of(Duration.between(session.lastSeenAt(), session.expiresAt()))
                : Optional.empty();
    }
}
