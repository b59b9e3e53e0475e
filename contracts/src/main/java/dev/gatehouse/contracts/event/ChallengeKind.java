package dev.gatehouse.contracts.event;

/** What a challenged login still needs. */
public enum ChallengeKind {
    /** The address must be trusted through the e-mailed page. */
    IP_VERIFICATION("ip_verification"),
    /** A code of the authenticator app. */
    TOTP("totp"),
    /** A passkey assertion. */
    PASSKEY("passkey"),
    /** A second factor must be enrolled. */
    MFA_ENROLMENT("mfa_enrolment"),
    /** A new password must be chosen. */
    PASSWORD_CHANGE("password_change");

    private final String wireName;

    ChallengeKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
