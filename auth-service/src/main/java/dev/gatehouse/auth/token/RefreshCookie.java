package dev.gatehouse.auth.token;

import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that holds a refresh token: out of reach of scripts, of other sites, and (by the prefix, RFC 6265bis) of
 * sub-domains that would like to set it.
 */
public final class RefreshCookie {
    /** Its name. */
    public static final String NAME = "__Host-gatehouse-refresh";

    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Strict";

    private RefreshCookie() {}

    /**
     * The {@code Set-Cookie} that hands the token over.
     *
     * @param kept how long a browser keeps it; empty: until it is closed
     */
    public static String holding(RefreshToken token, Optional<Duration> kept) {
        String maxAge = kept.map(time -> "; Max-Age=" + time.toSeconds()).orElse("");
        return NAME + "=" + token.text().reveal() + maxAge + ATTRIBUTES;
    }

    /** The {@code Set-Cookie} that takes it away. */
    public static String gone() {
        return NAME + "=; Max-Age=0" + ATTRIBUTES;
    }
}
