package dev.gatehouse.auth.login.limit;

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

/** The limits on failed logins, for administrators. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rate limits", description = "How many failed sign-ins are let through, and who is throttled")
class LimitSettingsResource {
    /** Stated explicitly: the OpenAPI extension does not derive it for inherited methods. */
    private static final String ACCESS_TOKEN = "accessToken";

    private final AccountKind kind;
    private final SqlLimitSettings settings;
    private final LimitAdministration administration;
    private final RequestOrigin origin;

    LimitSettingsResource(
            AccountKind kind, SqlLimitSettings settings, LimitAdministration administration, RequestOrigin origin) {
        this.kind = kind;
        this.settings = settings;
        this.administration = administration;
        this.origin = origin;
    }

    /** The limits of agents. */
    @Path("/admin/api/v1/settings/rate-limits/agents")
    static class Agents extends LimitSettingsResource {
        Agents(SqlLimitSettings settings, LimitAdministration administration, RequestOrigin origin) {
            super(AccountKind.AGENT, settings, administration, origin);
        }
    }

    /** The limits of end users. */
    @Path("/admin/api/v1/settings/rate-limits/users")
    static class Users extends LimitSettingsResource {
        Users(SqlLimitSettings settings, LimitAdministration administration, RequestOrigin origin) {
            super(AccountKind.USER, settings, administration, origin);
        }
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(summary = "Read the limits on failed sign-ins", description = "The ETag is needed to change them.")
    @APIResponse(
            responseCode = "200",
            description = "The limits",
            headers = @Header(name = "ETag", description = "Their version"),
            content = @Content(schema = @Schema(implementation = LimitSettingsResponse.class)))
    public Uni<Response> read() {
        return settings.current(kind).map(LimitSettingsResource::response);
    }

    @PUT
    @RolesAllowed(Roles.ADMIN)
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Change the limits on failed sign-ins",
            description = "Needs If-Match. The limits count from the next sign-in on, in every replica; locks that last"
                    + " already last on.")
    @APIResponse(
            responseCode = "200",
            description = "The limits as they are now",
            headers = @Header(name = "ETag", description = "Their version"),
            content = @Content(schema = @Schema(implementation = LimitSettingsResponse.class)))
    public Uni<Response> edit(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, LimitSettingsRequest request) {
        LimitSettings next = request.toSettings();
        return administration
                .edit(kind, next, IfMatch.read(ifMatch), origin.ofCaller())
                .map(edited -> edited.map(LimitSettingsResource::response)
                        .orElseGet(() -> Problems.of(
                                ProblemType.PRECONDITION_FAILED,
                                "The limits were changed since you read them: read them again first.")));
    }

    private static Response response(LimitSettings settings) {
        return Response.ok(LimitSettingsResponse.of(settings))
                .header(HttpHeaders.ETAG, Etags.of(settings.version()))
                .build();
    }

    /** The limits. */
    @Schema(name = "RateLimitSettings")
    record LimitSettingsResponse(
            @Schema(examples = "true") boolean enabled, RuleResponse perAccount, RuleResponse perAddress) {
        private static LimitSettingsResponse of(LimitSettings settings) {
            return new LimitSettingsResponse(
                    settings.enabled(), RuleResponse.of(settings.perAccount()), RuleResponse.of(settings.perAddress()));
        }
    }

    /** One limit. */
    @Schema(name = "RateLimitRule")
    record RuleResponse(
            @Schema(examples = "5", description = "The failure that begins a lock")
            int failures,

            @Schema(examples = "PT1H", description = "The time in which half of the failures are forgotten")
            String window,

            @Schema(examples = "PT1H", description = "The longest lock")
            String lock) {
        private static RuleResponse of(LimitSettings.Rule rule) {
            return new RuleResponse(
                    rule.failures(), rule.window().toString(), rule.lock().toString());
        }
    }
}
