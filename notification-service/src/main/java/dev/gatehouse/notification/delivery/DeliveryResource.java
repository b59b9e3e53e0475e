package dev.gatehouse.notification.delivery;

import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.query.Query;
import dev.gatehouse.chassis.mail.queue.MailAdministration;
import dev.gatehouse.chassis.mail.queue.MailAdministration.Filter;
import dev.gatehouse.chassis.mail.queue.MailAdministration.RetryOutcome;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The mails of notifications, for administrators. */
@Path("/admin/api/v1/notifications/deliveries")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliveries", description = "Mails that are queued, sent or given up")
class DeliveryResource {
    private static final String LIST = "deliveries";

    private final MailAdministration mails;
    private final DeliveryRetry retry;
    private final Query query;
    private final Pages pages;
    private final RequestOrigin origin;

    DeliveryResource(MailAdministration mails, DeliveryRetry retry, Query query, Pages pages, RequestOrigin origin) {
        this.mails = mails;
        this.retry = retry;
        this.query = query;
        this.pages = pages;
        this.origin = origin;
    }

    @GET
    @Operation(
            summary = "List deliveries",
            description = "What was mailed to whom, when, how often it was tried and why it failed; the newest first.")
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(implementation = DeliveryState.class))
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(implementation = NotificationKind.class))
    @Parameter(name = "accountId", in = ParameterIn.QUERY, schema = @Schema(implementation = UUID.class))
    @APIResponse(responseCode = "200", description = "One page of the list")
    public Uni<Page<DeliveryResponse>> list(@BeanParam PageRequest page) {
        Filter filter = new Filter(
                query.oneOf("state", DeliveryState.class)
                        .map(DeliveryState::mailStates)
                        .orElse(Set.of()),
                query.oneOf("kind", NotificationKind.class).map(NotificationKind::toString),
                query.uuid("accountId"),
                pages.after(LIST, page).map(List::getFirst).map(UUID::fromString));
        return mails.list(filter, page.fetch())
                .map(found ->
                        pages.of(LIST, page, found, mail -> List.of(mail.id().toString())))
                .map(found -> pages.map(found, DeliveryResponse::of));
    }

    @POST
    @Cancellable(false)
    @Path("{id}/retry")
    @Operation(summary = "Try a delivery again", description = "It is due at once, and tried for a day from now on.")
    @APIResponse(responseCode = "204", description = "It will be tried within seconds")
    @APIResponse(responseCode = "404", description = "There is no such delivery")
    @APIResponse(responseCode = "409", description = "It was sent already")
    public Uni<Response> retry(@PathParam("id") UUID id) {
        return retry.schedule(id, origin.ofCaller()).map(DeliveryResource::response);
    }

    private static Response response(RetryOutcome outcome) {
        return switch (outcome) {
            case RetryOutcome.Scheduled scheduled -> Response.noContent().build();
            case RetryOutcome.SentAlready sent ->
                Problems.of(ProblemType.CONFLICT, "The mail server has taken this mail.");
            case RetryOutcome.Unknown unknown -> Problems.of(ProblemType.NOT_FOUND, "There is no such delivery.");
        };
    }
}
