package dev.gatehouse.contracts.identity;

/** Which of the two populations an account belongs to; it never changes. */
public enum AccountKind {
    /** Works in the helpdesk; administrators are agents with the admin right. */
    AGENT("agent"),
    /** An end user of the helpdesk. */
    USER("user");

    private final String wireName;

    AccountKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
