package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/agent/api/v1/ip-trust/trusted-addresses")
@RolesAllowed(Roles.AGENT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trusted addresses")
class AgentTrustedAddressResource {
    private final Withdrawal withdrawal;
    private final CurrentCaller caller;
    private final RequestOrigin origin;

    AgentTrustedAddressResource(Withdrawal withdrawal, CurrentCaller caller, RequestOrigin origin) {
        this.withdrawal = withdrawal;
        this.caller = caller;
        this.origin = origin;
    }

    @GET
    @Operation(summary = "List your own trusted addresses", description = "Newest first.")
    @APIResponse(responseCode = "200", description = "A page of addresses")
    public Uni<Page<TrustedAddress>> list(@BeanParam PageRequest request) {
        return withdrawal.page(request, Optional.of(caller.get().accountId()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Withdraw one of your own trusted addresses",
            description = "The next sign-in from there is asked for confirmation.")
    @APIResponse(responseCode = "204", description = "It is withdrawn")
    public Uni<Response> withdraw(@PathParam("id") UUID id) {
        return withdrawal
                .byOwner(id, caller.get().accountId(), origin.ofCaller())
                .map(AgentTrustedAddressResource::response);
    }

    static Response response(boolean found) {
        return found
                ? Response.noContent().build()
                : Problems.of(ProblemType.NOT_FOUND, "There is no such trusted address.");
    }
}
