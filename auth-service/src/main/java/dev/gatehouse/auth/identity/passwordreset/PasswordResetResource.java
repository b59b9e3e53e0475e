package dev.gatehouse.auth.identity.passwordreset;

import dev.gatehouse.auth.credential.policy.PasswordLimits;
import dev.gatehouse.auth.identity.account.AccountText;
import dev.gatehouse.auth.identity.passwordreset.PasswordReset.OpenReset;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.mail.address.EmailAddress;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** A new password for somebody who forgot the present one. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Password resets", description = "A new password by a mailed link")
class PasswordResetResource {
    private final AccountKind audience;
    private final PasswordResetRequests requests;
    private final PasswordReset resets;
    private final RequestOrigin origin;

    PasswordResetResource(
            AccountKind audience, PasswordResetRequests requests, PasswordReset resets, RequestOrigin origin) {
        this.audience = audience;
        this.requests = requests;
        this.resets = resets;
        this.origin = origin;
    }

    /** The API of agents, administrators included. */
    @Path("/agent/api/v1/password-resets")
    static class Agents extends PasswordResetResource {
        Agents(PasswordResetRequests requests, PasswordReset resets, RequestOrigin origin) {
            super(AccountKind.AGENT, requests, resets, origin);
        }
    }

    /** The end users' API. */
    @Path("/api/v1/password-resets")
    static class Users extends PasswordResetResource {
        Users(PasswordResetRequests requests, PasswordReset resets, RequestOrigin origin) {
            super(AccountKind.USER, requests, resets, origin);
        }
    }

    /** The same answer for every address. */
    @POST
    @Cancellable(false)
    @PermitAll
    @Operation(
            summary = "Ask for a link to a new password",
            description =
                    "The answer is the same for every address, whether or not a mail is sent. An active account of"
                            + " this audience is mailed a link, good for 30 minutes and once; a later one replaces it.")
    @APIResponse(responseCode = "202", description = "If there is such an account, a link is mailed to it")
    @APIResponse(responseCode = "422", description = "validation-failed: not an e-mail address")
    public Uni<Response> request(ResetRequest request) {
        return requests.request(audience, request.parse(), origin.ofStranger())
                .map(nothing -> Response.accepted().build());
    }

    /** The new password. */
    @POST
    @Cancellable(false)
    @PermitAll
    @Path("{token}")
    @Operation(
            summary = "Choose a new password",
            description = "The token is the last part of the mailed link. All sessions of the account end, and none is"
                    + " opened. An unknown, used, replaced or late token, and one of the other audience, is answered with"
                    + " the same 404.")
    @APIResponse(responseCode = "204", description = "The password is changed: sign in")
    @APIResponse(responseCode = "404", description = "not-found: no open reset of this audience is behind this link")
    @APIResponse(responseCode = "422", description = "validation-failed: the password breaks the policy")
    public Uni<Response> reset(@PathParam("token") String token, NewPasswordRequest request) {
        Origin now = origin.ofStranger();
        return resets.find(Secret.of(token))
                .map(found -> found.filter(open -> open.account().kind() == audience))
                .chain(found -> reset(found, request, now))
                .map(PasswordResetResource::answer);
    }

    /** The password is looked at only for a link that is open. */
    private Uni<Boolean> reset(Optional<OpenReset> found, NewPasswordRequest request, Origin now) {
        return found.map(open -> resets.reset(open, request.parse(), now))
                .orElse(Uni.createFrom().item(false));
    }

    private static Response answer(boolean done) {
        return done
                ? Response.noContent().build()
                : Problems.of(ProblemType.NOT_FOUND, "There is no open password reset behind this link.");
    }

    /** Body of the request for a link. */
    @Schema(name = "PasswordResetRequest", requiredProperties = "email")
    record ResetRequest(
            @Schema(examples = "ada@helpdesk.example") @Nullable
            String email) {
        /** The address; 422 when no mail can be sent to it. */
        EmailAddress parse() {
            Violations violations = new Violations();
            Optional<EmailAddress> address = AccountText.email(email, violations);
            violations.throwIfAny();
            return address.orElseThrow();
        }
    }

    /** Body of the request with the new password. */
    @Schema(name = "PasswordReset", requiredProperties = "newPassword")
    record NewPasswordRequest(
            @Schema(
                    implementation = String.class,
                    description = "As the password policy of this audience says",
                    examples = "a long phrase of her own")
            @Nullable
            Secret newPassword) {
        /** The password; 422 when it cannot be looked at. */
        Secret parse() {
            List<Violation> violations = PasswordLimits.violations("newPassword", newPassword);
            if (!violations.isEmpty()) {
                throw ProblemException.of(violations);
            }
            return Objects.requireNonNull(newPassword);
        }
    }
}
