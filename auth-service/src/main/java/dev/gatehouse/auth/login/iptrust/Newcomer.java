package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.contracts.identity.AccountKind;

/** Whoever wants to come in, as far as the scope of IP trust asks. */
public enum Newcomer {
    /** An end user: IP trust does not concern them. */
    USER,
    /** An agent without the admin right. */
    AGENT,
    /** An administrator. */
    ADMINISTRATOR;

    /** What an account of this kind is. */
    public static Newcomer of(AccountKind kind, boolean admin) {
        return switch (kind) {
            case USER -> USER;
            case AGENT -> admin ? ADMINISTRATOR : AGENT;
        };
    }
}
