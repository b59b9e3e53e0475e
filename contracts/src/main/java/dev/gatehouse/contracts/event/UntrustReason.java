package dev.gatehouse.contracts.event;

/** Why an address is trusted no longer. */
public enum UntrustReason {
    /** The agent withdrew it. */
    WITHDRAWN_BY_OWNER("withdrawn_by_owner"),
    /** An administrator withdrew it. */
    WITHDRAWN_BY_ADMIN("withdrawn_by_admin"),
    /** Its owner reported a login of somebody else. */
    DENIED("denied"),
    /** The trust ran out. */
    EXPIRED("expired"),
    /** The account had too many trusted addresses and this was the oldest. */
    DISPLACED("displaced"),
    /** The account is gone. */
    ACCOUNT_ERASED("account_erased");

    private final String wireName;

    UntrustReason(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
