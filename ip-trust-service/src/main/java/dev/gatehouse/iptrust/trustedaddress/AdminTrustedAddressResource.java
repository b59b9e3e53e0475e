package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.contracts.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/admin/api/v1/ip-trust/trusted-addresses")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trusted addresses")
class AdminTrustedAddressResource {
    private final Withdrawal withdrawal;
    private final RequestOrigin origin;

    AdminTrustedAddressResource(Withdrawal withdrawal, RequestOrigin origin) {
        this.withdrawal = withdrawal;
        this.origin = origin;
    }

    @GET
    @Operation(summary = "List the trusted addresses of all agents", description = "Newest first.")
    @APIResponse(responseCode = "200", description = "A page of addresses")
    public Uni<Page<TrustedAddress>> list(
            @BeanParam PageRequest request,
            @Parameter(description = "Only those of this account") @QueryParam("accountId") @Nullable UUID accountId) {
        return withdrawal.page(request, Optional.ofNullable(accountId));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Withdraw a trusted address",
            description = "The next sign-in of that agent from there is asked for confirmation.")
    @APIResponse(responseCode = "204", description = "It is withdrawn")
    public Uni<Response> withdraw(@PathParam("id") UUID id) {
        return withdrawal.byAdmin(id, origin.ofCaller()).map(AgentTrustedAddressResource::response);
    }
}
