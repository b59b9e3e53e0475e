package dev.gatehouse.chassis.security.caller;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The authority of the caller of a request whose body is read for long: judged again before each of its effects,
 * because the judgement of its headers may be old by then.
 */
@ApplicationScoped
public class OngoingAuthority {
    private final CurrentIdentityAssociation identity;
    private final AuthorityRecheck recheck;

    OngoingAuthority(CurrentIdentityAssociation identity, AuthorityRecheck recheck) {
        this.identity = identity;
        this.recheck = recheck;
    }

    /**
     * A check of the caller of the current request, which may be run after it: token, revocation, step-up. It throws
     * what a request that comes at that moment is answered with.
     */
    public Uni<Runnable> ofAdmin() {
        return identity.getDeferredIdentity().map(proven -> () -> recheck.requireAdmin(proven));
    }
}
