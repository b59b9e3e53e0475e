package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.http.etag.Etags;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.notification.template.NotificationKind;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/agent/api/v1/notifications/preferences")
@RolesAllowed(Roles.AGENT)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notification preferences")
class PreferenceResource extends PreferenceEndpoint {
    private static final String EXAMPLE = """
            {"login":{"email":true,"inApp":true},"login_failed":{"email":false,"inApp":true}}""";

    private final Preferences preferences;
    private final CurrentCaller caller;
    private final RequestOrigin origin;

    PreferenceResource(Preferences preferences, CurrentCaller caller, RequestOrigin origin) {
        this.preferences = preferences;
        this.caller = caller;
        this.origin = origin;
    }

    @GET
    @Operation(
            summary = "Read your preferences",
            description = "For every kind of notification, where you are told. The ETag is what a change must name.")
    @APIResponse(
            responseCode = "200",
            description = "Your preferences",
            content = @Content(examples = @ExampleObject(name = "preferences", value = EXAMPLE)))
    public Uni<Response> get() {
        return preferences.of(caller.get().accountId()).map(PreferenceEndpoint::answer);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change your preferences",
            description = "Kinds that are left out stay as they are. Kinds that protect the account itself, or that an"
                    + " administrator made mandatory, cannot be switched off.")
    @APIResponse(
            responseCode = "200",
            description = "Your preferences as they are now",
            content = @Content(examples = @ExampleObject(name = "preferences", value = EXAMPLE)))
    @APIResponse(responseCode = "412", description = "It was changed since you read it")
    @APIResponse(responseCode = "428", description = "The If-Match header is missing")
    public Uni<Response> put(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Map<String, @Nullable ChoiceBody> body) {
        long expected = Etags.expected(ifMatch);
        return preferences
                .change(caller.get().accountId(), wanted(body), expected, origin.ofCaller())
                .map(PreferenceEndpoint::answer);
    }

    private static Map<NotificationKind, Choice> wanted(Map<String, @Nullable ChoiceBody> body) {
        Map<NotificationKind, Choice> wanted = new EnumMap<>(NotificationKind.class);
        Violations violations = new Violations();
        kinds(body).forEach((kind, choice) -> {
            ChoiceBody sent = choice == null ? ChoiceBody.EMPTY : choice;
            boolean email = required(sent.email(), kind + ".email", violations);
            boolean inApp = required(sent.inApp(), kind + ".inApp", violations);
            wanted.put(kind, new Choice(email, inApp));
        });
        violations.throwIfAny();
        return wanted;
    }

    /** One kind, as it is sent. */
    record ChoiceBody(@Nullable Boolean email, @Nullable Boolean inApp) {
        private static final ChoiceBody EMPTY = new ChoiceBody(null, null);
    }
}
