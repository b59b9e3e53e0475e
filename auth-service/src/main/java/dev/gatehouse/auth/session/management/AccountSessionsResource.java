package dev.gatehouse.auth.session.management;

import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Sessions of any account, for administrators. */
@Path("/admin/api/v1/accounts/{id}/sessions")
@Tag(name = "Accounts")
class AccountSessionsResource {
    private final SessionManagement sessions;
    private final RequestOrigin origin;

    AccountSessionsResource(SessionManagement sessions, RequestOrigin origin) {
        this.sessions = sessions;
        this.origin = origin;
    }

    @DELETE
    @Cancellable(false)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "End every session of an account")
    @APIResponse(responseCode = "204", description = "They are over in every service within a second")
    @APIResponse(responseCode = "404", description = "not-found: there is no such account")
    public Uni<Response> endAll(@PathParam("id") UUID id) {
        return sessions.endAll(id, origin.ofCaller())
                .map(known -> known
                        ? Response.noContent().build()
                        : Problems.of(ProblemType.NOT_FOUND, "There is no such account."));
    }
}
