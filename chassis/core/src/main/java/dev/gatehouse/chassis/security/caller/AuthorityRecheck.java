package dev.gatehouse.chassis.security.caller;

import dev.gatehouse.chassis.http.problem.ProblemException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jspecify.annotations.Nullable;

/**
 * Judges the caller a second time, when the body has been read: authority counts at the moment of effect.
 *
 * <p>Everything before has judged the headers. A client that holds back the last byte of the body would keep the
 * authority of that moment after its token expired, its session was ended, or its right was withdrawn (which ends the
 * session). Requests without a body pass here right after the first judgement.
 *
 * <p>Fails closed for what it knows; a revocation takes up to a second to arrive here.
 */
@ApplicationScoped
class AuthorityRecheck {
    private final CurrentIdentityAssociation identity;
    private final Revocations revocations;
    private final AdminMutationGuard adminMutations;
    private final Event<AuthorityLost> lost;
    private final InstantSource clock;

    AuthorityRecheck(
            CurrentIdentityAssociation identity,
            Revocations revocations,
            AdminMutationGuard adminMutations,
            Event<AuthorityLost> lost,
            InstantSource clock) {
        this.identity = identity;
        this.revocations = revocations;
        this.adminMutations = adminMutations;
        this.lost = lost;
        this.clock = clock;
    }

    /** Lets the request pass, or answers it like a request that comes now. */
    @WithFormRead // after any body of an endpoint that does not block, which all that take one are
    @ServerRequestFilter
    public Uni<@Nullable Response> judge(ContainerRequestContext request, ResourceInfo endpoint) {
        if (AudienceGuard.isOpen(endpoint)) {
            return Uni.createFrom().nullItem();
        }
        boolean administrative = AdminMutationGuard.concerns(request);
        return identity.getDeferredIdentity().map(proven -> refusal(proven, administrative));
    }

    private @Nullable Response refusal(SecurityIdentity proven, boolean administrative) {
        Caller caller = unlessOver(proven);
        return administrative ? adminMutations.refusal(caller) : null;
    }

    /** Fails like a request that comes now, if this caller may not change anything as administrator at this moment. */
    void requireAdmin(SecurityIdentity proven) {
        ProblemException problem = adminMutations.problem(unlessOver(proven));
        if (problem != null) {
            throw problem;
        }
    }

    private Caller unlessOver(SecurityIdentity proven) {
        Caller caller = CurrentCaller.of(proven);
        if (revocations.revoked(caller.sessionId(), caller.accountId(), caller.sessionStartedAt())) {
            lost.fire(new AuthorityLost(caller.sessionId()));
            throw TokenRefusal.revoked();
        }
        if (CurrentCaller.isExpired(proven, clock.instant())) {
            lost.fire(new AuthorityLost(caller.sessionId()));
            throw TokenRefusal.invalid("claims");
        }
        return caller;
    }
}
