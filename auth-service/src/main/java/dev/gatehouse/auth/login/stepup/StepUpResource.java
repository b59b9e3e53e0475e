package dev.gatehouse.auth.login.stepup;

import dev.gatehouse.auth.credential.policy.PasswordLimits;
import dev.gatehouse.auth.token.TokenIssuer.AccessToken;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Authenticates the person of a session again. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
class StepUpResource {
    /** Stated explicitly: the OpenAPI extension does not derive it for inherited methods. */
    private static final String ACCESS_TOKEN = "accessToken";

    private final StepUp stepUp;
    private final CurrentCaller callers;
    private final RequestOrigin origin;

    StepUpResource(StepUp stepUp, CurrentCaller callers, RequestOrigin origin) {
        this.stepUp = stepUp;
        this.callers = callers;
        this.origin = origin;
    }

    /** The agents' API. */
    @Path("/agent/api/v1/me/step-up")
    static class Agents extends StepUpResource {
        Agents(StepUp stepUp, CurrentCaller callers, RequestOrigin origin) {
            super(stepUp, callers, origin);
        }
    }

    /** The end users' API. */
    @Path("/api/v1/me/step-up")
    static class Users extends StepUpResource {
        Users(StepUp stepUp, CurrentCaller callers, RequestOrigin origin) {
            super(stepUp, callers, origin);
        }
    }

    @POST
    @Cancellable(false)
    @RolesAllowed({Roles.USER, Roles.AGENT})
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(
            summary = "Prove again who one is",
            description = "Gives an access token whose auth_time is now, as administrative changes want it.")
    @APIResponse(
            responseCode = "200",
            description = "A fresh token",
            content = @Content(schema = @Schema(implementation = StepUpResponse.class)))
    @APIResponse(responseCode = "401", description = "invalid-credentials, or session-expired")
    @APIResponse(responseCode = "429", description = "too-many-attempts: too many passwords were wrong")
    public Uni<Response> stepUp(StepUpRequest request) {
        Secret password = request.checkedPassword();
        return stepUp.byPassword(callers.get(), origin.ofCaller(), password).map(StepUpResource::response);
    }

    private static Response response(StepUpOutcome outcome) {
        return switch (outcome) {
            case StepUpOutcome.Proven proven ->
                Response.ok(StepUpResponse.of(proven.token())).build();
            case StepUpOutcome.Refused refused ->
                Problems.of(ProblemType.INVALID_CREDENTIALS, "The password is wrong.");
            case StepUpOutcome.Throttled throttled ->
                Problems.of(
                        ProblemType.TOO_MANY_ATTEMPTS,
                        "Too many passwords were wrong: try again later.",
                        throttled.retryAfter());
            case StepUpOutcome.Over over -> Problems.of(ProblemType.SESSION_EXPIRED, "Sign in again.");
        };
    }

    @Schema(name = "StepUpRequest", requiredProperties = "password")
    record StepUpRequest(
            @Schema(implementation = String.class, examples = "a long phrase of her own") @Nullable
            Secret password) {
        /** The password, or 422 with all violations. */
        private Secret checkedPassword() {
            Violations violations = new Violations();
            PasswordLimits.violations("password", password).forEach(violations::add);
            violations.throwIfAny();
            return Objects.requireNonNull(password);
        }
    }

    /** A fresh access token in the clear: created when it is sent, never stored. */
    @Schema(name = "StepUpResponse")
    record StepUpResponse(
            @Schema(examples = "eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9…")
            String accessToken,

            @Schema(examples = "Bearer") String tokenType,
            @Schema(examples = "300") long expiresIn) {
        private static StepUpResponse of(AccessToken token) {
            return new StepUpResponse(
                    token.text().reveal(), "Bearer", token.lifetime().toSeconds());
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "StepUpResponse[expiresIn=" + expiresIn + "]";
        }
    }
}
