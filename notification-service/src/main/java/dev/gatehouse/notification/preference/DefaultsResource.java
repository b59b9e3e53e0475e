package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.http.etag.Etags;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
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

@Path("/admin/api/v1/notifications/defaults")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notification defaults")
class DefaultsResource extends PreferenceEndpoint {
    private static final String EXAMPLE = """
            {"login":{"email":true,"inApp":true,"mandatory":false},
             "password_changed":{"email":true,"inApp":true,"mandatory":true}}""";

    private final Defaults defaults;
    private final RequestOrigin origin;

    DefaultsResource(Defaults defaults, RequestOrigin origin) {
        this.defaults = defaults;
        this.origin = origin;
    }

    @GET
    @Operation(
            summary = "Read what new agents start with",
            description =
                    "For every kind of notification, where a new agent is told, and whether agents may switch it off.")
    @APIResponse(
            responseCode = "200",
            description = "The defaults",
            content = @Content(examples = @ExampleObject(name = "defaults", value = EXAMPLE)))
    public Uni<Response> get() {
        return defaults.get().map(PreferenceEndpoint::answer);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change what new agents start with",
            description =
                    "Kinds that are left out stay as they are. A mandatory kind is told everywhere to everybody, at"
                            + " once; the rest concerns agents who are made from now on.")
    @APIResponse(
            responseCode = "200",
            description = "The defaults as they are now",
            content = @Content(examples = @ExampleObject(name = "defaults", value = EXAMPLE)))
    @APIResponse(responseCode = "412", description = "It was changed since you read it")
    @APIResponse(responseCode = "428", description = "The If-Match header is missing")
    public Uni<Response> put(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, Map<String, @Nullable RuleBody> body) {
        long expected = Etags.expected(ifMatch);
        return defaults.change(wanted(body), expected, origin.ofCaller()).map(PreferenceEndpoint::answer);
    }

    private static Map<NotificationKind, Rule> wanted(Map<String, @Nullable RuleBody> body) {
        Map<NotificationKind, Rule> wanted = new EnumMap<>(NotificationKind.class);
        Violations violations = new Violations();
        kinds(body).forEach((kind, rule) -> {
            RuleBody sent = rule == null ? RuleBody.EMPTY : rule;
            boolean email = required(sent.email(), kind + ".email", violations);
            boolean inApp = required(sent.inApp(), kind + ".inApp", violations);
            boolean mandatory = required(sent.mandatory(), kind + ".mandatory", violations);
            wanted.put(kind, new Rule(email, inApp, mandatory));
        });
        violations.throwIfAny();
        return wanted;
    }

    /** One kind, as it is sent. */
    record RuleBody(
            @Nullable Boolean email,
            @Nullable Boolean inApp,
            @Nullable Boolean mandatory) {
        private static final RuleBody EMPTY = new RuleBody(null, null, null);
    }
}
