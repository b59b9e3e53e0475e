package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.contracts.identity.AccountKind;

/** The person of a login, as far as the scope of IP trust asks. */
public enum TrustSubject {
    /** An end user: IP trust does not apply. */
    USER,
    /** An agent without the admin right. */
    AGENT,
    /** An administrator. */
    ADMINISTRATOR;

    /** The subject for an account of this kind. */
    public static TrustSubject of(AccountKind kind, boolean admin) {
        return switch (kind) {
            case USER -> USER;
            case AGENT -> admin ? ADMINISTRATOR : AGENT;
        };
    }
}
