package dev.gatehouse.auth.login.password;

/** Why a login was refused, as published in the event. */
enum RefusalReason {
    /** No account has the address. */
    UNKNOWN_ACCOUNT("unknown_account"),
    /** The account belongs to the other audience. */
    OTHER_AUDIENCE("other_audience"),
    /** The account is disabled or erased. */
    ACCOUNT_DISABLED("account_disabled"),
    /** The account has no password yet. */
    ACCOUNT_INVITED("account_invited"),
    /** The password is wrong. */
    WRONG_PASSWORD("wrong_password"),
    /** Account or password changed during the login. */
    ACCOUNT_CHANGED("account_changed");

    private final String code;

    RefusalReason(String code) {
        this.code = code;
    }

    /** The stable code. */
    String code() {
        return code;
    }
}
