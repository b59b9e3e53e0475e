package dev.gatehouse.iptrust.network;

import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(NetworkResource.PATH)
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trusted networks")
class NetworkResource {
    static final String PATH = "/admin/api/v1/ip-trust/networks";
    private static final String LIST = "networks";

    private final Networks networks;
    private final RequestOrigin origin;
    private final Pages pages;
    private final InstantSource clock;

    NetworkResource(Networks networks, RequestOrigin origin, Pages pages, InstantSource clock) {
        this.networks = networks;
        this.origin = origin;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "List the trusted networks", description = "Oldest first.")
    @APIResponse(responseCode = "200", description = "A page of networks")
    public Uni<Page<NetworkResponse>> list(@BeanParam PageRequest request) {
        Optional<UUID> after = pages.after(LIST, request).map(parts -> UUID.fromString(parts.getFirst()));
        return networks.page(after, request.fetch()).map(rows -> page(request, rows));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Trust a network",
            description = "From now on agents may sign in from there without being asked. Host bits must be zero, and"
                    + " the prefix at least /8.")
    @APIResponse(
            responseCode = "201",
            description = "The network",
            content = @Content(schema = @Schema(implementation = NetworkResponse.class)))
    @APIResponse(responseCode = "409", description = "conflict: it is trusted already, or there are too many")
    public Uni<Response> add(NetworkRequest body) {
        return networks.add(body.wish(clock.instant()), origin.ofCaller()).map(NetworkResource::response);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Trust a network no longer", description = "Sessions that are open stay open.")
    @APIResponse(responseCode = "204", description = "It is removed")
    public Uni<Response> remove(@PathParam("id") UUID id) {
        return networks.remove(id, origin.ofCaller()).map(NetworkResource::removed);
    }

    private Page<NetworkResponse> page(PageRequest request, List<NetworkRow> rows) {
        return pages.map(pages.of(LIST, request, rows, row -> List.of(row.id().toString())), NetworkRow::view);
    }

    private static Response response(NetworkOutcome outcome) {
        return switch (outcome) {
            case NetworkOutcome.Added added ->
                Response.status(Response.Status.CREATED)
                        .header(
                                HttpHeaders.LOCATION,
                                PATH + "/" + added.network().id())
                        .entity(added.network())
                        .build();
            case NetworkOutcome.TrustedAlready already ->
                Problems.of(ProblemType.CONFLICT, "This network is trusted already.");
            case NetworkOutcome.TooMany tooMany ->
                Problems.of(ProblemType.CONFLICT, "There are as many trusted networks as there may be (500).");
        };
    }

    private static Response removed(boolean found) {
        return found
                ? Response.noContent().build()
                : Problems.of(ProblemType.NOT_FOUND, "There is no such trusted network.");
    }
}
