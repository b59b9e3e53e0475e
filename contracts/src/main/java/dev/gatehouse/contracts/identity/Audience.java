package dev.gatehouse.contracts.identity;

/** The path prefix that names the audience of an endpoint, so that operators can fence each audience by network. */
public enum Audience {
    /** End users and the public. */
    USER("user", "/api/v1"),
    /** Agents, administrators included. */
    AGENT("agent", "/agent/api/v1"),
    /** Administrators only. */
    ADMIN("admin", "/admin/api/v1");

    private final String wireName;
    private final String prefix;

    Audience(String wireName, String prefix) {
        this.wireName = wireName;
        this.prefix = prefix;
    }

    /** The first path segments, without a trailing slash. */
    public String prefix() {
        return prefix;
    }

    /** Whether a request path belongs to this audience. */
    public boolean contains(String path) {
        return path.startsWith(prefix + "/");
    }

    /** Whether accounts of this kind may use it; {@link #ADMIN} needs the admin right as well. */
    public boolean admits(AccountKind kind) {
        return switch (this) {
            case USER -> kind == AccountKind.USER;
            case AGENT, ADMIN -> kind == AccountKind.AGENT;
        };
    }

    /** The name in JSON. */
    @Override
    public String toString() {
        return wireName;
    }
}
