package dev.gatehouse.chassis.security.caller;

import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.problem.ProblemType;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a caller whose kind of account does not fit the audience of the path. Endpoints that are open to everybody
 * are not checked, because the token of such a request is not read.
 */
@ApplicationScoped
class AudienceGuard {
    private final CurrentIdentityAssociation identity;

    AudienceGuard(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** Lets the request pass, or answers it. */
    @ServerRequestFilter
    public Uni<@Nullable Response> guard(ContainerRequestContext request, ResourceInfo endpoint) {
        if (isOpen(endpoint)) {
            return Uni.createFrom().nullItem();
        }
        String path = request.getUriInfo().getPath();
        return identity.getDeferredIdentity().map(CurrentCaller::of).map(caller -> refusal(caller, path));
    }

    /** Whether everybody may enter, so that no token is read. */
    static boolean isOpen(ResourceInfo endpoint) {
        Method method = endpoint.getResourceMethod();
        return method.isAnnotationPresent(PermitAll.class)
                || (endpoint.getResourceClass().isAnnotationPresent(PermitAll.class)
                        && !method.isAnnotationPresent(RolesAllowed.class));
    }

    private static @Nullable Response refusal(Caller caller, String path) {
        return Arrays.stream(Audience.values())
                        .filter(audience -> audience.contains(path))
                        .allMatch(audience -> audience.admits(caller.kind()))
                ? null
                : Problems.of(ProblemType.FORBIDDEN, "This audience is not for this kind of account.");
    }
}
