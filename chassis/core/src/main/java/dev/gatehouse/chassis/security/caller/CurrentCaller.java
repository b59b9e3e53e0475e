package dev.gatehouse.chassis.security.caller;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Gives the caller of the request at hand, to endpoints that name the roles which may enter. */
@ApplicationScoped
public class CurrentCaller {
    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller. MUST NOT be called by a public endpoint, where the token was not checked. */
    public Caller get() {
        return of(identity);
    }

    static Caller of(SecurityIdentity identity) {
        return principal(identity).caller();
    }

    /** Whether the token of this identity has expired, with the same allowance for clocks as at its first check. */
    static boolean isExpired(SecurityIdentity identity, Instant now) {
        return !principal(identity).expiresAt().plus(Revocations.CLOCK_SKEW).isAfter(now);
    }

    private static CallerPrincipal principal(SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof CallerPrincipal principal) {
            return principal;
        }
        throw new UnauthorizedException();
    }
}
