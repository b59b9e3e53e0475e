package dev.gatehouse.auth.identity.profile;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountChanges;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.auth.identity.account.AccountView;
import dev.gatehouse.auth.identity.profile.PasswordChangeRequest.Passwords;
import dev.gatehouse.chassis.http.etag.Etags;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own account, alike at both doors. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account", description = "What people see and change of their own account")
abstract class ProfileEndpoint {
    /** Said in the document by hand: it is not derived for what a resource inherits. */
    private static final String ACCESS_TOKEN = "accessToken";

    private final Profile profile;
    private final PasswordChange passwordChange;
    private final CurrentCaller callers;
    private final RequestOrigin origin;

    ProfileEndpoint(Profile profile, PasswordChange passwordChange, CurrentCaller callers, RequestOrigin origin) {
        this.profile = profile;
        this.passwordChange = passwordChange;
        this.callers = callers;
        this.origin = origin;
    }

    @GET
    @RolesAllowed({Roles.USER, Roles.AGENT})
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(summary = "Look at one's own account")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            headers = @Header(name = "ETag", description = "Its version, for If-Match"),
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Uni<Response> show() {
        return profile.of(callers.get().accountId())
                .map(found -> found.map(ProfileEndpoint::ok).orElseGet(() -> answer(Refusal.UNKNOWN)));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.USER, Roles.AGENT})
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(summary = "Edit one's own name, language and time zone", description = "Needs If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now",
            headers = @Header(name = "ETag", description = "Its new version"),
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "412", description = "precondition-failed: it was changed since it was read")
    @APIResponse(responseCode = "428", description = "precondition-required: If-Match is missing")
    public Uni<Response> edit(
            @Parameter(description = "The ETag that was read", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            ProfilePatch patch) {
        Caller caller = callers.get();
        long expected = Etags.expected(ifMatch);
        AccountChanges.Edit edit = patch.parse();
        Origin now = origin.ofCaller();
        return profile.edit(caller.accountId(), expected, edit, now).map(ProfileEndpoint::answer);
    }

    @PUT
    @Path("/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.USER, Roles.AGENT})
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(
            summary = "Change one's own password",
            description = "Ends all other sessions within a second; the one that asks goes on.")
    @APIResponse(responseCode = "204", description = "The new password counts from now on")
    @APIResponse(responseCode = "401", description = "invalid-credentials: the present password is another one")
    public Uni<Response> changePassword(PasswordChangeRequest request) {
        Caller caller = callers.get();
        Passwords passwords = request.parse();
        Origin now = origin.ofCaller();
        return passwordChange.change(caller, passwords, now).map(ProfileEndpoint::answer);
    }

    private static Response answer(PasswordChangeOutcome outcome) {
        return switch (outcome) {
            case PasswordChangeOutcome.Changed changed -> Response.noContent().build();
            case PasswordChangeOutcome.WrongPassword wrong ->
                Problems.of(ProblemType.INVALID_CREDENTIALS, "The present password is another one.");
            case PasswordChangeOutcome.Refused refused -> answer(refused.why());
        };
    }

    private static Response answer(AccountOutcome outcome) {
        return switch (outcome) {
            case AccountOutcome.Done done -> ok(done.account());
            case AccountOutcome.Refused refused -> answer(refused.why());
        };
    }

    private static Response answer(Refusal why) {
        return Problems.of(why.problem(), why.detail());
    }

    private static Response ok(Account account) {
        return Response.ok(AccountView.of(account))
                .header(HttpHeaders.ETAG, Etags.of(account.version()))
                .build();
    }
}
