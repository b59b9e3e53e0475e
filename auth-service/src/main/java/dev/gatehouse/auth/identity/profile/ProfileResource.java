package dev.gatehouse.auth.identity.profile;

import dev.gatehouse.auth.credential.policy.PasswordLimits;
import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountChanges;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.auth.identity.account.AccountResponse;
import dev.gatehouse.auth.identity.account.AccountText;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.chassis.http.etag.Etags;
import dev.gatehouse.chassis.http.etag.IfMatch;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The caller's own account: the same endpoints for {@link Users} and {@link Agents}. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account", description = "What people see and change of their own account")
class ProfileResource {
    /** Declared here, because the OpenAPI document does not derive it for inherited endpoints. */
    private static final String ACCESS_TOKEN = "accessToken";

    private final Accounts accounts;
    private final AccountChanges changes;
    private final PasswordChange passwordChange;
    private final CurrentCaller caller;
    private final RequestOrigin origin;

    ProfileResource(
            Accounts accounts,
            AccountChanges changes,
            PasswordChange passwordChange,
            CurrentCaller caller,
            RequestOrigin origin) {
        this.accounts = accounts;
        this.changes = changes;
        this.passwordChange = passwordChange;
        this.caller = caller;
        this.origin = origin;
    }

    /** The end users' API. */
    @Path("/api/v1/me")
    static class Users extends ProfileResource {
        Users(
                Accounts accounts,
                AccountChanges changes,
                PasswordChange passwordChange,
                CurrentCaller caller,
                RequestOrigin origin) {
            super(accounts, changes, passwordChange, caller, origin);
        }
    }

    /** The agents' API. */
    @Path("/agent/api/v1/me")
    static class Agents extends ProfileResource {
        Agents(
                Accounts accounts,
                AccountChanges changes,
                PasswordChange passwordChange,
                CurrentCaller caller,
                RequestOrigin origin) {
            super(accounts, changes, passwordChange, caller, origin);
        }
    }

    @GET
    @RolesAllowed({Roles.USER, Roles.AGENT})
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(summary = "Look at one's own account")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            headers = @Header(name = "ETag", description = "Its version, for If-Match"),
            content = @Content(schema = @Schema(implementation = AccountResponse.class)))
    public Uni<Response> show() {
        return accounts.byId(caller.get().accountId())
                .map(found -> found.map(ProfileResource::ok).orElseGet(() -> problem(Refusal.UNKNOWN)));
    }

    @PATCH
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.USER, Roles.AGENT})
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(summary = "Edit one's own name, language and time zone", description = "Needs If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now",
            headers = @Header(name = "ETag", description = "Its new version"),
            content = @Content(schema = @Schema(implementation = AccountResponse.class)))
    @APIResponse(responseCode = "412", description = "precondition-failed: it was changed since it was read")
    @APIResponse(responseCode = "428", description = "precondition-required: If-Match is missing")
    public Uni<Response> edit(
            @Parameter(description = "The ETag that was read", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            ProfileEditRequest request) {
        IfMatch expected = IfMatch.read(ifMatch);
        return changes.editOwn(caller.get().accountId(), expected, request.toCommand(), origin.ofCaller())
                .map(ProfileResource::response);
    }

    @PUT
    @Cancellable(false)
    @Path("/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.USER, Roles.AGENT})
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(
            summary = "Change one's own password",
            description = "Ends all other sessions within a second; the one that asks goes on.")
    @APIResponse(responseCode = "204", description = "The new password counts from now on")
    @APIResponse(responseCode = "401", description = "invalid-credentials: the present password is another one")
    @APIResponse(responseCode = "429", description = "too-many-attempts: too many passwords were wrong")
    public Uni<Response> changePassword(PasswordChangeRequest request) {
        return passwordChange
                .change(caller.get(), request.toCommand(), origin.ofCaller())
                .map(ProfileResource::response);
    }

    private static Response response(PasswordChangeOutcome outcome) {
        return switch (outcome) {
            case PasswordChangeOutcome.Changed changed -> Response.noContent().build();
            case PasswordChangeOutcome.WrongPassword wrong ->
                Problems.of(ProblemType.INVALID_CREDENTIALS, "The present password is another one.");
            case PasswordChangeOutcome.Throttled throttled ->
                Problems.of(
                        ProblemType.TOO_MANY_ATTEMPTS,
                        "Too many passwords were wrong: try again later.",
                        throttled.retryAfter());
            case PasswordChangeOutcome.Refused refused -> problem(refused.why());
        };
    }

    private static Response response(AccountOutcome outcome) {
        return switch (outcome) {
            case AccountOutcome.Done done -> ok(done.account());
            case AccountOutcome.Refused refused -> problem(refused.why());
        };
    }

    private static Response problem(Refusal why) {
        return Problems.of(why.problem(), why.detail());
    }

    private static Response ok(Account account) {
        return Response.ok(AccountResponse.of(account))
                .header(HttpHeaders.ETAG, Etags.of(account.version()))
                .build();
    }

    /** An absent or null property stays as it is. */
    @Schema(name = "ProfileEditRequest")
    record ProfileEditRequest(
            @Schema(examples = "Ada King") @Nullable String displayName,
            @Schema(examples = "en-GB") @Nullable String locale,
            @Schema(examples = "Europe/London") @Nullable String timeZone) {
        /** Throws 422 with all violations. */
        AccountChanges.EditCommand toCommand() {
            Violations violations = new Violations();
            AccountChanges.EditCommand command = new AccountChanges.EditCommand(
                    displayName == null ? null : AccountText.displayName(displayName, violations),
                    locale == null ? null : AccountText.locale(locale, violations),
                    timeZone == null ? null : AccountText.timeZone(timeZone, violations),
                    null);
            violations.throwIfAny();
            return command;
        }
    }

    /** The current password, and the one to replace it with. */
    @Schema(
            name = "PasswordChangeRequest",
            requiredProperties = {"currentPassword", "newPassword"})
    record PasswordChangeRequest(
            @Schema(implementation = String.class, examples = "a long phrase of her own") @Nullable
            Secret currentPassword,

            @Schema(
                    implementation = String.class,
                    description = "As the password policy says, not the present one",
                    examples = "another phrase, longer still")
            @Nullable
            Secret newPassword) {
        /** Throws 422 with all violations. */
        PasswordChange.Command toCommand() {
            Violations violations = new Violations();
            PasswordLimits.violations("currentPassword", currentPassword).forEach(violations::add);
            PasswordLimits.violations("newPassword", newPassword).forEach(violations::add);
            violations.throwIfAny();
            return new PasswordChange.Command(
                    Objects.requireNonNull(currentPassword), Objects.requireNonNull(newPassword));
        }
    }
}
