package dev.gatehouse.auth.token;

import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that holds a refresh token. Scripts and other sites cannot read it, and (by the prefix, RFC 6265bis)
 * sub-domains cannot set it.
 */
public final class RefreshCookie {
    /** Its name. */
    public static final String NAME = "__Host-gatehouse-refresh";

    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict";

    private RefreshCookie() {}

    /**
     * The {@code Set-Cookie} with the token.
     *
     * @param kept how long a browser keeps it; empty: until it is closed
     */
    public static String holding(RefreshToken token, Optional<Duration> kept) {
        String maxAge = kept.map(time -> "; Max-Age=" + time.toSeconds()).orElse("");
        return NAME + "=" + token.text().reveal() + maxAge + ATTRIBUTES;
    }

    /** The {@code Set-Cookie} that removes it. */
    public static String gone() {
        return NAME + "=; Max-Age=0" + ATTRIBUTES;
    }
}
