package dev.gatehouse.auth.login.limit;

/** What came of an attempt that was let through. */
public enum AttemptResult {
    /** The password was not looked at; the attempt does not count. */
    NOT_CHECKED,
    /** It was rejected: it counts. */
    FAILED,
    /** The password was right, and something more is needed. */
    PROVEN,
    /** It opened a session; from now on the client is known for the account. */
    GRANTED
}
