package dev.gatehouse.notification.delivery;

import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import dev.gatehouse.notification.template.NotificationKind;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/admin/api/v1/notifications/deliveries")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries", description = "Mails that are queued, sent or given up")
class DeliveryResource {
    private final DeliveryDesk desk;
    private final RequestOrigin origin;

    DeliveryResource(DeliveryDesk desk, RequestOrigin origin) {
        this.desk = desk;
        this.origin = origin;
    }

    @GET
    @Operation(
            summary = "List deliveries",
            description = "What was mailed to whom, when, how often it was tried and why it failed; the newest first.")
    @APIResponse(responseCode = "200", description = "One page of the list")
    public Uni<Page<DeliveryItem>> list(
            @Parameter(schema = @Schema(implementation = DeliveryState.class)) @QueryParam("state") @Nullable
                    String state,
            @Parameter(schema = @Schema(implementation = NotificationKind.class)) @QueryParam("kind") @Nullable
                    String kind,
            @Parameter(schema = @Schema(implementation = UUID.class)) @QueryParam("accountId") @Nullable
                    String accountId,
            @BeanParam PageRequest page) {
        DeliveryDesk.Filter filter = new DeliveryDesk.Filter(
                read("state", state, DeliveryState::named),
                read("kind", kind, NotificationKind::named),
                read("accountId", accountId, DeliveryResource::uuid));
        return desk.page(filter, page);
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Try a delivery again", description = "It is due at once, and tried for a day from now on.")
    @APIResponse(responseCode = "204", description = "It will be tried within seconds")
    @APIResponse(responseCode = "404", description = "There is no such delivery")
    @APIResponse(responseCode = "409", description = "It was sent already")
    public Uni<Response> retry(@PathParam("id") UUID id) {
        return desk.retry(id, origin.ofCaller()).map(DeliveryResource::answer);
    }

    private static Response answer(DeliveryDesk.RetryOutcome outcome) {
        return switch (outcome) {
            case DUE -> Response.noContent().build();
            case SENT_ALREADY -> Problems.of(ProblemType.CONFLICT, "The mail server has taken this mail.");
            case UNKNOWN -> Problems.of(ProblemType.NOT_FOUND, "There is no such delivery.");
        };
    }

    private static <T> Optional<T> read(String name, @Nullable String value, Function<String, Optional<T>> reading) {
        return Optional.ofNullable(value).map(present -> reading.apply(present).orElseThrow(() -> unreadable(name)));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProblemException unreadable(String name) {
        return new ProblemException(
                ProblemType.MALFORMED_REQUEST, "The parameter " + name + " has a value that is not known here.");
    }
}
