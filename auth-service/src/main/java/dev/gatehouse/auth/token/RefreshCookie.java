package dev.gatehouse.auth.token;

import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.SessionCookie;
import java.time.Duration;
import java.util.Optional;

/** Sets and removes the {@link SessionCookie}. Scripts and other sites cannot read it. */
public final class RefreshCookie {
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict";

    private RefreshCookie() {}

    /**
     * The {@code Set-Cookie} with the token.
     *
     * @param kept how long a browser keeps it; empty: until it is closed
     */
    public static String holding(AccountKind kind, RefreshToken token, Optional<Duration> kept) {
        String maxAge = kept.map(time -> "; Max-Age=" + time.toSeconds()).orElse("");
        return SessionCookie.name(kind) + "=" + token.text().reveal() + maxAge + ATTRIBUTES;
    }

    /** The {@code Set-Cookie} that removes it. */
    public static String gone(AccountKind kind) {
        return SessionCookie.name(kind) + "=; Max-Age=0" + ATTRIBUTES;
    }
}
