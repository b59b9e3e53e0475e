package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.AccountText;
import dev.gatehouse.auth.identity.account.RequiredPasswordChange;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.contracts.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Requires a new password of an account, and lifts that, for administrators. */
@Path("/admin/api/v1/accounts/{id}/require-password-change")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Accounts")
class PasswordChangeResource {
    private final RequiredPasswordChange passwords;
    private final RequestOrigin origin;

    PasswordChangeResource(RequiredPasswordChange passwords, RequestOrigin origin) {
        this.passwords = passwords;
        this.origin = origin;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Require a new password",
            description =
                    "Ends every session of the account. Its next sign-in leads to a password_change challenge, which"
                            + " is reached from a trusted address only, or after the address was verified.")
    @APIResponse(responseCode = "204", description = "The account gets no session before it has a new password")
    @APIResponse(responseCode = "404", description = "not-found: there is no such account")
    @APIResponse(responseCode = "409", description = "conflict: the account was erased")
    public Uni<Response> require(@PathParam("id") UUID id, PasswordChangeRequirementRequest request) {
        Violations violations = new Violations();
        String reason = AccountText.reason(request.reason(), violations);
        violations.throwIfAny();
        return passwords
                .require(id, RequiredPasswordChange.Cause.byAdmin(reason), origin.ofCaller())
                .map(PasswordChangeResource::response);
    }

    @DELETE
    @Operation(
            summary = "Lift the requirement of a new password",
            description = "The present password opens sessions again. Changes nothing when none is required.")
    @APIResponse(responseCode = "204", description = "No new password is required")
    @APIResponse(responseCode = "404", description = "not-found: there is no such account")
    @APIResponse(responseCode = "409", description = "conflict: the account was erased")
    public Uni<Response> waive(
            @PathParam("id") UUID id,
            @Parameter(description = "Why; at most 500 characters on one line", required = true)
                    @QueryParam("reason")
                    @Nullable
                    String reason) {
        Violations violations = new Violations();
        String why = AccountText.reason(reason, violations);
        violations.throwIfAny();
        return passwords.waive(id, why, origin.ofCaller()).map(PasswordChangeResource::response);
    }

    private static Response response(AccountOutcome outcome) {
        return switch (outcome) {
            case AccountOutcome.Done done -> Response.noContent().build();
            case AccountOutcome.Refused refused ->
                Problems.of(refused.why().problem(), refused.why().detail());
        };
    }

    /** Why a new password is required. */
    @Schema(
            name = "PasswordChangeRequirementRequest",
            requiredProperties = {"reason"})
    record PasswordChangeRequirementRequest(
            @Schema(examples = "The password was found in a published list") @Nullable
            String reason) {}
}
