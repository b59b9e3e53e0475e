package dev.gatehouse.contracts.identity;

/** Whether an account may sign in. */
public enum AccountStatus {
    /** Has no password yet: the invitation is open. */
    INVITED("invited"),
    /** May sign in. */
    ACTIVE("active"),
    /** May not sign in; its sessions are ended. */
    DISABLED("disabled"),
    /** Its personal data is gone; the id stays in the audit log. */
    ERASED("erased");

    private final String wireName;

    AccountStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
