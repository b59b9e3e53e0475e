package dev.gatehouse.contracts.state;

/** Whom IP trust applies to. */
public enum IpTrustScope {
    /** Every agent, administrators included. */
    ALL_AGENTS("all_agents"),
    /** Agents with the admin right only. */
    ADMINS_ONLY("admins_only");

    private final String wireName;

    IpTrustScope(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
