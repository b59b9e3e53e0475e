package dev.gatehouse.contracts.event;

/** What kind of party acted. */
public enum ActorKind {
    /** An agent account. */
    AGENT("agent"),
    /** An end user account. */
    USER("user"),
    /** Somebody who has not proven who they are. */
    ANONYMOUS("anonymous"),
    /** An operator on the command line of a service. */
    OPERATOR("operator"),
    /** A service by itself, by time or by rule. */
    SYSTEM("system");

    private final String wireName;

    ActorKind(String wireName) {
        this.wireName = wireName;
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
