package dev.gatehouse.contracts.identity;

import java.util.List;

/** Values of the {@code aud} claim: a service accepts a token only when its own name is among them. */
public final class Audiences {
    /** auth-service. */
    public static final String AUTH = "gatehouse-auth";
    /** ip-trust-service. */
    public static final String IP_TRUST = "gatehouse-ip-trust";
    /** notification-service. */
    public static final String NOTIFICATION = "gatehouse-notification";
    /** audit-service. */
    public static final String AUDIT = "gatehouse-audit";

    private Audiences() {}

    /** The services that serve accounts of this kind. */
    public static List<String> of(AccountKind kind) {
        return switch (kind) {
            case AGENT -> List.of(AUTH, IP_TRUST, NOTIFICATION, AUDIT);
            case USER -> List.of(AUTH);
        };
    }
}
