package dev.gatehouse.contracts.problem;

/** Every problem type of the suite with its status and its title, which never depend on the occasion. */
public enum ProblemType {
    /** The request cannot be parsed. */
    MALFORMED_REQUEST("malformed-request", 400, "Malformed request"),
    /** The request has a property that is not known here. */
    UNKNOWN_PROPERTY("unknown-property", 400, "Unknown property"),
    /** The path is not in its plain form. */
    REFUSED_PATH("refused-path", 400, "Invalid path"),
    /** The request breaks a rule. */
    VALIDATION_FAILED("validation-failed", 422, "Validation failed"),
    /** A valid access token is needed. */
    UNAUTHENTICATED("unauthenticated", 401, "Unauthorized"),
    /** The credentials are not valid. */
    INVALID_CREDENTIALS("invalid-credentials", 401, "Invalid credentials"),
    /** The session has expired. */
    SESSION_EXPIRED("session-expired", 401, "Session expired"),
    /** The session was ended. */
    SESSION_REVOKED("session-revoked", 401, "Session revoked"),
    /** The refresh token was used before. */
    REFRESH_TOKEN_REUSED("refresh-token-reused", 401, "Refresh token reused"),
    /** This is not allowed. */
    FORBIDDEN("forbidden", 403, "Forbidden"),
    /** Prove again who you are. */
    STEP_UP_REQUIRED("step-up-required", 403, "Step-up authentication required"),
    /** The form did not come from a page of this origin. */
    CSRF_REFUSED("csrf-refused", 403, "Cross-site request refused"),
    /** There is no such thing. */
    NOT_FOUND("not-found", 404, "Not found"),
    /** This is not done here. */
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
    /** No such representation. */
    NOT_ACCEPTABLE("not-acceptable", 406, "Not acceptable"),
    /** The body did not arrive in time. */
    REQUEST_TIMEOUT("request-timeout", 408, "Request timeout"),
    /** This does not fit the present state. */
    CONFLICT("conflict", 409, "Conflict"),
    /** An account has this e-mail address. */
    EMAIL_TAKEN("email-taken", 409, "E-mail address already in use"),
    /** The last administrator cannot be removed. */
    LAST_ADMIN("last-admin", 409, "Last administrator"),
    /** An administrator cannot withdraw the own admin right. */
    OWN_ADMIN_RIGHT("own-admin-right", 409, "Own admin right"),
    /** The challenge has not been answered. */
    CHALLENGE_PENDING("challenge-pending", 409, "Challenge pending"),
    /** It is not proven that mail reaches you. */
    MAIL_NOT_PROVEN("mail-not-proven", 409, "E-mail delivery not proven"),
    /** The idempotency key belongs to another request. */
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 409, "Idempotency key reused"),
    /** The challenge is closed. */
    CHALLENGE_CLOSED("challenge-closed", 410, "Challenge closed"),
    /** The challenge was opened by a client at another place. */
    CLIENT_CHANGED("client-changed", 410, "Client changed"),
    /** It was changed meanwhile. */
    PRECONDITION_FAILED("precondition-failed", 412, "Precondition failed"),
    /** The request is too large. */
    REQUEST_TOO_LARGE("request-too-large", 413, "Content too large"),
    /** The target is longer than is read. */
    TARGET_TOO_LONG("target-too-long", 414, "URI too long"),
    /** The media type is not supported. */
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Unsupported media type"),
    /** The request names a host that is not served here. */
    MISDIRECTED_REQUEST("misdirected-request", 421, "Misdirected request"),
    /** Say which version you are changing. */
    PRECONDITION_REQUIRED("precondition-required", 428, "Precondition required"),
    /** Too many attempts. */
    TOO_MANY_ATTEMPTS("too-many-attempts", 429, "Too many requests"),
    /** The header fields are larger than is read. */
    HEADERS_TOO_LARGE("headers-too-large", 431, "Request header fields too large"),
    /** Something went wrong on our side. */
    INTERNAL_ERROR("internal-error", 500, "Internal server error"),
    /** Too busy just now. */
    OVERLOADED("overloaded", 503, "Service overloaded"),
    /** Something this needs is not available. */
    DEPENDENCY_UNAVAILABLE("dependency-unavailable", 503, "Service unavailable"),
    /** It is not known which sessions have ended. */
    REVOCATION_FEED_SILENT("revocation-feed-silent", 503, "Revocation feed silent");

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** The {@code type} member of RFC 9457. */
    public String uri() {
        return "urn:gatehouse:problem:" + slug;
    }

    /** The last part of the {@link #uri}. */
    public String slug() {
        return slug;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The {@code title} member. */
    public String title() {
        return title;
    }
}
