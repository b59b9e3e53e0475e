package dev.gatehouse.auth.session.settings;

import dev.gatehouse.auth.session.lifetime.SessionSettings;
import dev.gatehouse.auth.session.lifetime.SessionTerms.Stored;
import dev.gatehouse.chassis.http.etag.Etags;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The settings of sessions, for administrators. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session settings", description = "How long sessions last")
class SessionSettingsResource {
    /** Stated explicitly: the OpenAPI extension does not derive it for inherited methods. */
    private static final String ACCESS_TOKEN = "accessToken";

    private final AccountKind kind;
    private final SessionSettingsChange settings;
    private final RequestOrigin origin;

    SessionSettingsResource(AccountKind kind, SessionSettingsChange settings, RequestOrigin origin) {
        this.kind = kind;
        this.settings = settings;
        this.origin = origin;
    }

    /** Sessions of agents. */
    @Path("/admin/api/v1/settings/sessions/agents")
    static class Agents extends SessionSettingsResource {
        Agents(SessionSettingsChange settings, RequestOrigin origin) {
            super(AccountKind.AGENT, settings, origin);
        }
    }

    /** Sessions of end users. */
    @Path("/admin/api/v1/settings/sessions/users")
    static class Users extends SessionSettingsResource {
        Users(SessionSettingsChange settings, RequestOrigin origin) {
            super(AccountKind.USER, settings, origin);
        }
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(summary = "Read how long sessions last", description = "The ETag is needed to change them.")
    @APIResponse(
            responseCode = "200",
            description = "The settings",
            headers = @Header(name = "ETag", description = "Their version"),
            content = @Content(schema = @Schema(implementation = SessionSettingsResponse.class)))
    public Uni<Response> read() {
        return settings.current(kind).map(SessionSettingsResource::response);
    }

    @PUT
    @RolesAllowed(Roles.ADMIN)
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change how long sessions last",
            description = "Needs If-Match. Open sessions follow within seconds, in every replica: those that are past a"
                    + " shorter clock end, and so do the oldest ones of an account that has too many.")
    @APIResponse(
            responseCode = "200",
            description = "The settings as they are now",
            headers = @Header(name = "ETag", description = "Their version"),
            content = @Content(schema = @Schema(implementation = SessionSettingsResponse.class)))
    public Uni<Response> edit(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, SessionSettingsRequest request) {
        SessionSettings next = request.toSettings();
        return settings.change(kind, next, IfMatch.read(ifMatch), origin.ofCaller())
                .map(changed -> changed.map(SessionSettingsResource::response)
                        .orElseGet(() -> Problems.of(
                                ProblemType.PRECONDITION_FAILED,
                                "The settings were changed since you read them: read them again first.")));
    }

    private static Response response(Stored stored) {
        return Response.ok(SessionSettingsResponse.of(stored.settings()))
                .header(HttpHeaders.ETAG, Etags.of(stored.version()))
                .build();
    }

    /** The settings. */
    @Schema(name = "SessionSettings")
    record SessionSettingsResponse(
            @Schema(examples = "PT1H", description = "How long a session lives without being used")
            String idleTimeout,

            @Schema(examples = "PT12H", description = "How long it lives at most")
            String maxLifetime,

            RememberMeResponse rememberMe,

            @Schema(
                    examples = "false",
                    description = "Whether only a reported person keeps a session alive; otherwise every refresh does")
            boolean requireActivity,

            @Schema(examples = "10", description = "How many open sessions an account has; the oldest ones end")
            int maxPerAccount,

            @Schema(
                    examples = "true",
                    description = "Whether agents prove an address that is not trusted when their session moves to it")
            boolean recheckAddress,

            @Schema(examples = "PT2M", description = "How long before a session ends its client should warn the person")
            String warnBefore) {
        private static SessionSettingsResponse of(SessionSettings settings) {
            return new SessionSettingsResponse(
                    SessionSettings.text(settings.idleTimeout()),
                    SessionSettings.text(settings.maxLifetime()),
                    new RememberMeResponse(
                            settings.rememberMe().allowed(),
                            SessionSettings.text(settings.rememberMe().lifetime())),
                    settings.requireActivity(),
                    settings.maxPerAccount(),
                    settings.recheckAddress(),
                    SessionSettings.text(settings.warnBefore()));
        }
    }

    /** Sessions that outlive the browser. */
    @Schema(name = "RememberMe")
    record RememberMeResponse(
            @Schema(examples = "true", description = "Whether a client may ask to be remembered")
            boolean allowed,

            @Schema(examples = "P30D", description = "How long a remembered session lives, used or not")
            String lifetime) {}
}
