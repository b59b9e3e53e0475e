package dev.gatehouse.notification.stream;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import dev.gatehouse.notification.notification.InAppNotifications;
import dev.gatehouse.notification.notification.NotificationResponse;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

@Path("/agent/api/v1/notifications/stream")
@RolesAllowed(Roles.AGENT)
@Tag(name = "Notifications")
class StreamResource {
    private static final Duration RECONNECT_DELAY = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
    private static final String EXAMPLE = """
            id: 17
            event: notification
            data: {"id":"0199f0c2-7b1e-7c3a-9d53-2f0c5be1a111","kind":"login",…}
            """;

    private final Streams streams;
    private final CurrentCaller caller;

    StreamResource(Streams streams, CurrentCaller caller) {
        this.streams = streams;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(
            summary = "Follow your notifications",
            description =
                    "Server-Sent Events: `notification` for a new one, `notification.updated` for one that counted up,"
                            + " each with the notification as JSON. Send the last id that you saw as Last-Event-ID to go on"
                            + " without a gap; without it, or with one that is none of this stream, it begins now. A comment comes after 15 silent seconds. The stream"
                            + " ends with your session, after `session.ended` with the reason, and after a while by itself:"
                            + " connect again with a fresh token.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "stream", value = EXAMPLE)))
    @APIResponse(responseCode = "429", description = "You have as many streams open as you may")
    public Multi<OutboundSseEvent> stream(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
        if (streams.areFull()) {
            throw full();
        }
        return streams.open(caller.get(), position(lastEventId))
                .orElseThrow(StreamResource::tooMany)
                .map(message -> event(message, sse));
    }

    private static OutboundSseEvent event(OpenStream.Message message, Sse sse) {
        OutboundSseEvent.Builder event = sse.newEventBuilder();
        return switch (message) {
            case OpenStream.Message.Opened(long position) ->
                event.comment("open")
                        .id(Long.toString(position))
                        .reconnectDelay(RECONNECT_DELAY.toMillis())
                        .build();
            case OpenStream.Message.Heartbeat heartbeat ->
                event.comment("silence").build();
            case OpenStream.Message.Ended(String why) ->
                event.name("session.ended")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(SessionEndedResponse.class, new SessionEndedResponse(why))
                        .build();
            case OpenStream.Message.Changed(InAppNotifications.Change change) ->
                event.id(Long.toString(change.position()))
                        .name(name(change.kind()))
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(NotificationResponse.class, change.notification())
                        .build();
        };
    }

    /** How the session of the client ended. */
    record SessionEndedResponse(String reason) {}

    private static String name(InAppNotifications.Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "notification";
            case UPDATED -> "notification.updated";
        };
    }

    /** What is no id of this stream begins it anew: a browser that is answered with an error never connects again. */
    private static OptionalLong position(@Nullable String lastEventId) {
        return lastEventId != null && POSITION.matcher(lastEventId).matches()
                ? OptionalLong.of(Long.parseLong(lastEventId))
                : OptionalLong.empty();
    }

    private static ProblemException full() {
        return new ProblemException(
                        ProblemType.OVERLOADED, "There are as many streams open as there may be: try again later.")
                .retryAfter(RETRY_AFTER);
    }

    private static ProblemException tooMany() {
        return new ProblemException(
                        ProblemType.TOO_MANY_ATTEMPTS, "You have as many streams open as you may: close one first.")
                .retryAfter(RETRY_AFTER);
    }
}
