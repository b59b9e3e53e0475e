package dev.gatehouse.contracts.identity;

/** Roles in the {@code groups} claim; an endpoint that names none of them is closed. */
public final class Roles {
    /** End user. */
    public static final String USER = "user";
    /** Agent, administrators included. */
    public static final String AGENT = "agent";
    /** Agent with the admin right. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
