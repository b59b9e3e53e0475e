package dev.gatehouse.contracts.identity;

/** Names in an access token beyond the registered ones of RFC 7519 and RFC 9068. */
public final class Claims {
    /** Value of the {@code typ} header (RFC 9068); a token without it is no access token. */
    public static final String TOKEN_TYPE = "at+jwt";
    /** The only signature algorithm that the suite mints or accepts. */
    public static final String ALGORITHM = "ES256";
    /** Session id, the key of revocation. */
    public static final String SESSION_ID = "sid";
    /**
     * Start of the session in epoch milliseconds: {@code iat} has whole seconds, too coarse for an account-wide
     * not-before.
     */
    public static final String SESSION_STARTED_AT = "sst";
    /** Account kind, see {@link AccountKind}. */
    public static final String KIND = "kind";
    /** When the person last proved who they are, epoch seconds; what step-up looks at. */
    public static final String AUTH_TIME = "auth_time";
    /** Roles, see {@link Roles}. */
    public static final String GROUPS = "groups";
    /** How the person proved it (RFC 8176). */
    public static final String METHODS = "amr";

    private Claims() {}
}
