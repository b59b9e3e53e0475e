package dev.gatehouse.contracts.event;

/** Why a session ended. */
public enum SessionEnd {
    /** Its owner signed out. */
    SIGNED_OUT("signed_out"),
    /** Its owner ended it from another session. */
    ENDED_BY_OWNER("ended_by_owner"),
    /** An administrator ended it. */
    ENDED_BY_ADMIN("ended_by_admin"),
    /** It was unused for longer than the idle timeout. */
    IDLE("idle"),
    /** It reached its absolute lifetime. */
    EXPIRED("expired"),
    /** A refresh token was presented twice: one of the two parties stole it. */
    REFRESH_TOKEN_REUSED("refresh_token_reused"),
    /** The account was disabled or erased. */
    ACCOUNT_DISABLED("account_disabled"),
    /** The password was changed. */
    PASSWORD_CHANGED("password_changed"),
    /** The owner reported a login of somebody else. */
    ADDRESS_DENIED("address_denied"),
    /**
     * Since it began, a proof has become necessary that was not asked of it: an address, or more of an administrator.
     */
    PROOF_MISSING("proof_missing"),
    /** The account had too many sessions and this was the oldest. */
    DISPLACED("displaced");

    private final String wireName;

    SessionEnd(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
