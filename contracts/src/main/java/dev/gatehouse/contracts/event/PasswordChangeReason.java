package dev.gatehouse.contracts.event;

/** Why an account must have a new password. */
public enum PasswordChangeReason {
    /** The owner said that a login with the right password was not theirs. */
    LOGIN_DENIED("login_denied"),
    /** An administrator requires it. */
    BY_ADMIN("by_admin"),
    /** It is older than the password policy allows. */
    EXPIRED("expired"),
    /** It does not meet the password policy any more. */
    POLICY("policy");

    private final String wireName;

    PasswordChangeReason(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
