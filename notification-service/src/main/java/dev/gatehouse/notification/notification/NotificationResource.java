package dev.gatehouse.notification.notification;

import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.query.Query;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/agent/api/v1/notifications")
@RolesAllowed(Roles.AGENT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications", description = "The notifications of the calling agent")
class NotificationResource {
    private final InAppNotifications notifications;
    private final CurrentCaller caller;
    private final RequestOrigin origin;
    private final Query query;

    NotificationResource(InAppNotifications notifications, CurrentCaller caller, RequestOrigin origin, Query query) {
        this.notifications = notifications;
        this.caller = caller;
        this.origin = origin;
        this.query = query;
    }

    @GET
    @Operation(summary = "List your notifications", description = "The newest first, in the language of your account.")
    @APIResponse(responseCode = "200", description = "One page of the list")
    @Parameter(
            name = "unread",
            in = ParameterIn.QUERY,
            description = "true: only those that you have not read",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    public Uni<Page<NotificationResponse>> list(@BeanParam PageRequest page) {
        return notifications.page(caller.get().accountId(), selection(), page);
    }

    @POST
    @Path("{id}/read")
    @Operation(summary = "Mark a notification as read", description = "Doing it again changes nothing.")
    @APIResponse(responseCode = "204", description = "It is read")
    @APIResponse(responseCode = "404", description = "You have no such notification")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return notifications
                .markRead(caller.get().accountId(), id, origin.ofCaller())
                .map(found -> found ? Response.noContent().build() : notFound());
    }

    @POST
    @Path("read-all")
    @Operation(summary = "Mark all your notifications as read")
    @APIResponse(responseCode = "204", description = "All that were there are read")
    public Uni<Response> readAll() {
        return notifications.markAllRead(caller.get().accountId()).map(done -> Response.noContent()
                .build());
    }

    private static Response notFound() {
        return Problems.of(ProblemType.NOT_FOUND, "You have no such notification.");
    }

    private PanacheNotifications.Selection selection() {
        return query.flag("unread").orElse(false)
                ? PanacheNotifications.Selection.UNREAD
                : PanacheNotifications.Selection.ALL;
    }
}
