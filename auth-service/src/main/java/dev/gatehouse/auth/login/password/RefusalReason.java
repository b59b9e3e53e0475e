package dev.gatehouse.auth.login.password;

/** Why a sign-in was refused, as it stands in the event. */
public enum RefusalReason {
    /** No account has the address. */
    UNKNOWN_ACCOUNT("unknown_account"),
    /** The account belongs to the other audience. */
    OTHER_DOOR("other_door"),
    /** The account may not sign in. */
    ACCOUNT_DISABLED("account_disabled"),
    /** The account has no password yet. */
    ACCOUNT_INVITED("account_invited"),
    /** The password is not the one. */
    WRONG_PASSWORD("wrong_password"),
    /** Account or password changed while the sign-in was under way. */
    ACCOUNT_CHANGED("account_changed");

    private final String code;

    RefusalReason(String code) {
        this.code = code;
    }

    /** The stable code. */
    public String code() {
        return code;
    }
}
