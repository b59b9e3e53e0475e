package dev.gatehouse.chassis.security.caller;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

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
        if (identity.getPrincipal() instanceof CallerPrincipal principal) {
            return principal.caller();
        }
        throw new UnauthorizedException();
    }
}
