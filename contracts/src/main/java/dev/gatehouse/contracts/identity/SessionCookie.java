package dev.gatehouse.contracts.identity;

/**
 * The cookie that holds the refresh token of a session, one for each kind of account: who is logged in as an agent and
 * as a user in one browser has two sessions, and neither touches the other.
 *
 * <p>By its prefix (RFC 6265bis, section 4.1.3.2) sub-domains cannot set it.
 */
public final class SessionCookie {
    private static final String PREFIX = "__Host-gatehouse-";

    private SessionCookie() {}

    /** Its name, such as {@code __Host-gatehouse-agent}. */
    public static String name(AccountKind kind) {
        return PREFIX + kind;
    }
}
