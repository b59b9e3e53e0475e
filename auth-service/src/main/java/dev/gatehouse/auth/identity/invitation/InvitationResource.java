package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.auth.credential.policy.PasswordLimits;
import dev.gatehouse.auth.identity.invitation.InvitationAcceptance.OpenInvitation;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.problem.Violation;
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

/** Taking up an invitation, at the audience that the account belongs to. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Invitations", description = "The first password of a new account")
class InvitationResource {
    private static final String SUMMARY = "Choose the first password";
    private static final String DESCRIPTION =
            "The token is the last part of the mailed link, good for 24 hours and once. An unknown, used or late one, and one"
                    + " of the other audience, is answered with the same 404.";

    private static final String GONE = "not-found: no open invitation of this audience is behind this link";

    private final InvitationAcceptance acceptance;
    private final RequestOrigin origin;

    InvitationResource(InvitationAcceptance acceptance, RequestOrigin origin) {
        this.acceptance = acceptance;
        this.origin = origin;
    }

    /** For end users. */
    @POST
    @Cancellable(false)
    @Path("/api/v1/invitations/{token}")
    @Operation(operationId = "acceptUserInvitation", summary = SUMMARY, description = DESCRIPTION)
    @APIResponse(responseCode = "204", description = "The account is active: sign in")
    @APIResponse(responseCode = "404", description = GONE)
    public Uni<Response> acceptAsUser(@PathParam("token") String token, InvitationRequest request) {
        return accept(AccountKind.USER, token, request);
    }

    /** For agents. */
    @POST
    @Cancellable(false)
    @Path("/agent/api/v1/invitations/{token}")
    @Operation(operationId = "acceptAgentInvitation", summary = SUMMARY, description = DESCRIPTION)
    @APIResponse(responseCode = "204", description = "The account is active: sign in")
    @APIResponse(responseCode = "404", description = GONE)
    public Uni<Response> acceptAsAgent(@PathParam("token") String token, InvitationRequest request) {
        return accept(AccountKind.AGENT, token, request);
    }

    private Uni<Response> accept(AccountKind kind, String token, InvitationRequest request) {
        Secret password = request.parse();
        Origin now = origin.ofStranger();
        return acceptance
                .find(Secret.of(token))
                .map(found -> found.filter(invitation -> invitation.account().kind() == kind))
                .chain(found -> accept(found, password, now))
                .map(InvitationResource::answer);
    }

    private Uni<Boolean> accept(Optional<OpenInvitation> found, Secret password, Origin now) {
        return found.map(invitation -> acceptance.accept(invitation, password, now))
                .orElse(Uni.createFrom().item(false));
    }

    private static Response answer(boolean accepted) {
        return accepted
                ? Response.noContent().build()
                : Problems.of(ProblemType.NOT_FOUND, "There is no open invitation behind this link.");
    }

    /** Body of the request. */
    @Schema(name = "InvitationAcceptance", requiredProperties = "password")
    record InvitationRequest(
            @Schema(
                    implementation = String.class,
                    description = "As the password policy of this audience says",
                    examples = "a long phrase of her own")
            @Nullable
            Secret password) {
        /** The password; 422 when it cannot be looked at. */
        Secret parse() {
            List<Violation> violations = PasswordLimits.violations("password", password);
            if (!violations.isEmpty()) {
                throw ProblemException.of(violations);
            }
            return Objects.requireNonNull(password);
        }
    }
}
