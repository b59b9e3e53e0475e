package dev.gatehouse.contracts.problem;

/** Every problem type of the suite with its status and its title, which never depend on the occasion. */
public enum ProblemType {
    /** The request cannot be read. */
    MALFORMED_REQUEST("malformed-request", 400, "The request cannot be read"),
    /** The request has a property that is not known here. */
    UNKNOWN_PROPERTY("unknown-property", 400, "The request has a property that is not known here"),
    /** The path is not in its plain form. */
    REFUSED_PATH("refused-path", 400, "The path is not in its plain form"),
    /** The request breaks a rule. */
    VALIDATION_FAILED("validation-failed", 422, "The request breaks a rule"),
    /** A valid access token is needed. */
    UNAUTHENTICATED("unauthenticated", 401, "A valid access token is needed"),
    /** The credentials are not valid. */
    INVALID_CREDENTIALS("invalid-credentials", 401, "The credentials are not valid"),
    /** The session has expired. */
    SESSION_EXPIRED("session-expired", 401, "The session has expired"),
    /** The session was ended. */
    SESSION_REVOKED("session-revoked", 401, "The session was ended"),
    /** The refresh token was used before. */
    REFRESH_TOKEN_REUSED("refresh-token-reused", 401, "The refresh token was used before"),
    /** This is not allowed. */
    FORBIDDEN("forbidden", 403, "This is not allowed"),
    /** Prove again who you are. */
    STEP_UP_REQUIRED("step-up-required", 403, "Prove again who you are"),
    /** The form did not come from our page. */
    CSRF_REFUSED("csrf-refused", 403, "The form did not come from our page"),
    /** There is no such thing. */
    NOT_FOUND("not-found", 404, "There is no such thing"),
    /** This is not done here. */
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This is not done here"),
    /** No such representation. */
    NOT_ACCEPTABLE("not-acceptable", 406, "No such representation"),
    /** This does not fit the present state. */
    CONFLICT("conflict", 409, "This does not fit the present state"),
    /** An account has this e-mail address. */
    EMAIL_TAKEN("email-taken", 409, "An account has this e-mail address"),
    /** The last administrator must stay. */
    LAST_ADMIN("last-admin", 409, "The last administrator must stay"),
    /** Nobody takes away their own admin right. */
    OWN_ADMIN_RIGHT("own-admin-right", 409, "Nobody takes away their own admin right"),
    /** The challenge has not been answered. */
    CHALLENGE_PENDING("challenge-pending", 409, "The challenge has not been answered"),
    /** It is not proven that mail reaches you. */
    MAIL_NOT_PROVEN("mail-not-proven", 409, "It is not proven that mail reaches you"),
    /** The idempotency key belongs to another request. */
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 409, "The idempotency key belongs to another request"),
    /** The challenge is closed. */
    CHALLENGE_CLOSED("challenge-closed", 410, "The challenge is closed"),
    /** It was changed meanwhile. */
    PRECONDITION_FAILED("precondition-failed", 412, "It was changed meanwhile"),
    /** The request is too large. */
    REQUEST_TOO_LARGE("request-too-large", 413, "The request is too large"),
    /** The media type is not supported. */
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The media type is not supported"),
    /** Say which version you are changing. */
    PRECONDITION_REQUIRED("precondition-required", 428, "Say which version you are changing"),
    /** Too many attempts. */
    TOO_MANY_ATTEMPTS("too-many-attempts", 429, "Too many attempts"),
    /** Something went wrong on our side. */
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side"),
    /** Too busy just now. */
    OVERLOADED("overloaded", 503, "Too busy just now"),
    /** Something this needs is not available. */
    DEPENDENCY_UNAVAILABLE("dependency-unavailable", 503, "Something this needs is not available"),
    /** It cannot be told which sessions have ended. */
    REVOCATION_FEED_SILENT("revocation-feed-silent", 503, "It cannot be told which sessions have ended");

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
