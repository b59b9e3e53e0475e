package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountChanges;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.auth.identity.account.AccountResponse;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.chassis.http.etag.Etags;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.query.Query;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Accounts, for administrators. */
@Path("/admin/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Accounts", description = "Agents and end users, for administrators")
class AccountResource {
    private static final String PATH = "/admin/api/v1/accounts";
    private static final int MAX_TEXT = 254;
    private static final Set<String> FILTERS = Set.of("kind", "admin", "status", "q", "limit", "cursor");

    private final Accounts accounts;
    private final AccountCreation creation;
    private final AccountChanges changes;
    private final IdempotencyKeys keys;
    private final Pages pages;
    private final Query query;
    private final RequestOrigin origin;
    private final CurrentCaller caller;

    AccountResource(
            Accounts accounts,
            AccountCreation creation,
            AccountChanges changes,
            IdempotencyKeys keys,
            Pages pages,
            Query query,
            RequestOrigin origin,
            CurrentCaller caller) {
        this.accounts = accounts;
        this.creation = creation;
        this.changes = changes;
        this.keys = keys;
        this.pages = pages;
        this.query = query;
        this.origin = origin;
        this.caller = caller;
    }

    /** One page of accounts. */
    @GET
    @Operation(summary = "Search accounts", description = "Newest first; erased accounts only with status=erased.")
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(implementation = AccountKind.class))
    @Parameter(name = "admin", in = ParameterIn.QUERY, schema = @Schema(implementation = Boolean.class))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "by default all but erased",
            schema = @Schema(implementation = AccountStatus.class))
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "a literal part of the e-mail address or the display name",
            schema = @Schema(implementation = String.class))
    @APIResponse(responseCode = "200", description = "One page")
    public Uni<Page<AccountResponse>> search(@BeanParam PageRequest page) {
        query.requireKnown(FILTERS);
        Accounts.Filter filter = new Accounts.Filter(
                query.oneOf("kind", AccountKind.class).orElse(null),
                query.flag("admin").orElse(null),
                query.oneOf("status", AccountStatus.class).orElse(null),
                query.text("q", MAX_TEXT).orElse(null));
        return accounts.search(filter, page).map(found -> pages.map(found, AccountResponse::of));
    }

    /** A new account. */
    @POST
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Create an account",
            description =
                    "Without a password the account is invited: a link to choose one is mailed, good for 24 hours."
                            + " With an Idempotency-Key the same request can be sent again and is answered with the same account.")
    @APIResponse(
            responseCode = "201",
            description = "The new account",
            headers = {
                @Header(name = "Location", description = "Path of the account"),
                @Header(name = "ETag", description = "Its version, for If-Match")
            },
            content = @Content(schema = @Schema(implementation = AccountResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "email-taken, or idempotency-key-reused: the key came with another body before")
    public Uni<Response> create(
            @Parameter(description = "1 to 255 printing ASCII characters, kept for a day")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String idempotencyKey,
            NewAccountRequest request) {
        NewAccountCommand command = request.toCommand();
        Optional<IdempotencyKeys.Claim> claim =
                keys.claim(idempotencyKey, caller.get().accountId(), "create-account", request.parts());
        return creation.create(command, claim, origin.ofCaller()).map(AccountResource::answer);
    }

    /** One account. */
    @GET
    @Path("/{id}")
    @Operation(
            summary = "Look at an account",
            description = "An erased account is still found, without what is personal.")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            headers = @Header(name = "ETag", description = "Its version, for If-Match"),
            content = @Content(schema = @Schema(implementation = AccountResponse.class)))
    @APIResponse(responseCode = "404", description = "not-found: there is no such account")
    public Uni<Response> find(@PathParam("id") UUID id) {
        return accounts.byId(id).map(found -> found.map(AccountResource::ok).orElseGet(() -> answer(Refusal.UNKNOWN)));
    }

    /** An edited account. */
    @PATCH
    @Cancellable(false)
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Edit, disable or enable an account",
            description =
                    "Needs If-Match. Disabling ends every session within a second; the last active administrator and"
                            + " one's own administrator account cannot be disabled. Enabling an account that never had a password"
                            + " brings it back to invited.")
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now",
            headers = @Header(name = "ETag", description = "Its new version"),
            content = @Content(schema = @Schema(implementation = AccountResponse.class)))
    @APIResponse(responseCode = "404", description = "not-found: there is no such account")
    @APIResponse(responseCode = "409", description = "last-admin or own-admin-right: an administrator would be lost")
    @APIResponse(responseCode = "412", description = "precondition-failed: it was changed since it was read")
    @APIResponse(responseCode = "428", description = "precondition-required: If-Match is missing")
    public Uni<Response> edit(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            AccountEditRequest request) {
        IfMatch expected = IfMatch.read(ifMatch);
        AccountChanges.EditCommand command = request.toCommand();
        return changes.edit(id, expected, command, origin.ofCaller()).map(AccountResource::answer);
    }

    /** No account any more. */
    @DELETE
    @Cancellable(false)
    @Path("/{id}")
    @Operation(
            summary = "Erase an account",
            description =
                    "Ends every session and deletes what is personal, for good. The id stays in the audit log. Erasing"
                            + " again answers the same.")
    @APIResponse(responseCode = "204", description = "It is erased")
    @APIResponse(responseCode = "404", description = "not-found: there is no such account")
    @APIResponse(responseCode = "409", description = "last-admin or own-admin-right: an administrator would be lost")
    public Uni<Response> erase(@PathParam("id") UUID id) {
        return changes.erase(id, origin.ofCaller()).map(AccountResource::erased);
    }

    private static Response answer(CreationOutcome outcome) {
        return switch (outcome) {
            case CreationOutcome.Created created -> created(created.account());
            case CreationOutcome.Refused refused -> answer(refused.why());
            case CreationOutcome.KeyReused reused ->
                Problems.of(
                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                        "The same key came with another body before: use a new one.");
        };
    }

    private static Response answer(AccountOutcome outcome) {
        return switch (outcome) {
            case AccountOutcome.Done done -> ok(done.account());
            case AccountOutcome.Refused refused -> answer(refused.why());
        };
    }

    private static Response erased(AccountOutcome outcome) {
        return switch (outcome) {
            case AccountOutcome.Done done -> Response.noContent().build();
            case AccountOutcome.Refused refused -> answer(refused.why());
        };
    }

    private static Response answer(Refusal why) {
        return Problems.of(why.problem(), why.detail());
    }

    private static Response created(Account account) {
        return Response.created(URI.create(PATH + "/" + account.id()))
                .header(HttpHeaders.ETAG, Etags.of(account.version()))
                .entity(AccountResponse.of(account))
                .build();
    }

    private static Response ok(Account account) {
        return Response.ok(AccountResponse.of(account))
                .header(HttpHeaders.ETAG, Etags.of(account.version()))
                .build();
    }
}
