package dev.gatehouse.iptrust.mailproof;

import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

@Path("/admin/api/v1/ip-trust/mail-proof")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "IP trust settings", description = "When logins from new addresses must be confirmed")
class MailProofResource {
    private static final int MAX_CODE_LENGTH = 32;

    private final MailProof proof;
    private final CurrentCaller caller;
    private final RequestOrigin origin;

    MailProofResource(MailProof proof, CurrentCaller caller, RequestOrigin origin) {
        this.proof = proof;
        this.caller = caller;
        this.origin = origin;
    }

    @POST
    @Cancellable(false)
    @Operation(
            summary = "Mail a code to yourself",
            description =
                    "Six digits that are valid for ten minutes; five codes an hour. Turning IP trust on needs them.")
    @APIResponse(responseCode = "202", description = "The code is on its way to the e-mail address of your account")
    @APIResponse(responseCode = "429", description = "too-many-attempts: five codes were mailed within the hour")
    public Uni<Response> request() {
        return proof.request(caller.get().accountId(), origin.ofCaller()).map(MailProofResource::response);
    }

    @PUT
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send the mailed code", description = "The proof is valid for a day.")
    @APIResponse(responseCode = "204", description = "It is proven that mail reaches you")
    @APIResponse(responseCode = "409", description = "conflict: no code is open")
    public Uni<Response> verify(CodeRequest request) {
        return proof.verify(caller.get().accountId(), request.parsedCode(), origin.ofCaller())
                .map(MailProofResource::response);
    }

    private static Response response(MailProofOutcome outcome) {
        return switch (outcome) {
            case MailProofOutcome.CodeScheduled scheduled -> Response.accepted().build();
            case MailProofOutcome.Proven proven -> Response.noContent().build();
            case MailProofOutcome.WrongCode wrong ->
                Problems.of(List.of(new Violation("code", "wrong-code", "is not the code that was mailed")));
            case MailProofOutcome.NoOpenCode none ->
                Problems.of(ProblemType.CONFLICT, "No code is open. Ask for a new one first.");
            case MailProofOutcome.TooMany tooMany ->
                Problems.of(ProblemType.TOO_MANY_ATTEMPTS, "Try again later.", tooMany.retryAfter());
        };
    }

    /** The mailed code. */
    @Schema(name = "MailProofCode")
    record CodeRequest(
            @Schema(examples = "204816") @Nullable String code) {
        /** Answers 422 when it is missing or too long. */
        private String parsedCode() {
            Violations violations = new Violations();
            violations.require(code != null, "code", "required", "must be there");
            violations.require(code == null || code.length() <= MAX_CODE_LENGTH, "code", "too-long", "has six digits");
            violations.throwIfAny();
            return code == null ? "" : code.strip();
        }

        /** Without the code. */
        @Override
        public String toString() {
            return "CodeRequest[redacted]";
        }
    }
}
