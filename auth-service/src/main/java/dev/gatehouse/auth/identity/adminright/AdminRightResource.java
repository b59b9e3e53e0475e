package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.auth.identity.account.AccountResponse;
import dev.gatehouse.chassis.http.etag.Etags;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.http.query.Query;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Admin rights, for administrators: the right of one account, and the list of those who have it. */
final class AdminRightResource {
    private AdminRightResource() {}

    /** The admin right of one account. */
    @Path("/admin/api/v1/accounts/{id}/admin")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Tag(name = "Admin rights", description = "Who may administer, why and until when")
    static class OneAccount {
        private final AdminRights rights;
        private final RequestOrigin origin;
        private final InstantSource clock;

        OneAccount(AdminRights rights, RequestOrigin origin, InstantSource clock) {
            this.rights = rights;
            this.origin = origin;
            this.clock = clock;
        }

        /** Grants or withdraws. */
        @PUT
        @Cancellable(false)
        @Consumes(MediaType.APPLICATION_JSON)
        @Operation(
                summary = "Grant or withdraw the admin right",
                description =
                        "If-Match with the ETag of the account is honoured and not required: the request says the whole"
                                + " right, not a change of what was read. Granting and withdrawing end every session of the account. Nobody changes"
                                + " their own right, and the last active administrator stays.")
        @APIResponse(
                responseCode = "200",
                description = "The account as it is now",
                headers = @Header(name = "ETag", description = "Its new version"),
                content = @Content(schema = @Schema(implementation = AccountResponse.class)))
        @APIResponse(responseCode = "404", description = "not-found: there is no such account")
        @APIResponse(
                responseCode = "409",
                description = "last-admin or own-admin-right: an administrator would be lost")
        @APIResponse(
                responseCode = "412",
                description = "precondition-failed: the account was changed since it was read")
        public Uni<Response> put(
                @PathParam("id") UUID id,
                @Parameter(description = "The ETag of the account that was read")
                        @HeaderParam(HttpHeaders.IF_MATCH)
                        @Nullable
                        String ifMatch,
                AdminRightRequest request) {
            Optional<IfMatch> expected = Optional.ofNullable(ifMatch).map(IfMatch::read);
            AdminRightCommand command = request.toCommand(clock.instant());
            return rights.change(id, expected, command, origin.ofCaller()).map(OneAccount::response);
        }

        private static Response response(AccountOutcome outcome) {
            return switch (outcome) {
                case AccountOutcome.Done done ->
                    Response.ok(AccountResponse.of(done.account()))
                            .header(HttpHeaders.ETAG, Etags.of(done.account().version()))
                            .build();
                case AccountOutcome.Refused refused -> problem(refused.why());
            };
        }

        private static Response problem(Refusal why) {
            return why == Refusal.NOT_AN_AGENT
                    ? Problems.of(List.of(new Violation("admin", "not-an-agent", why.detail())))
                    : Problems.of(why.problem(), why.detail());
        }
    }

    /** The administrators. */
    @Path("/admin/api/v1/admins")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Tag(name = "Admin rights")
    static class Administrators {
        private static final Set<String> PARAMETERS = Set.of("limit", "cursor");

        private final AdminRights rights;
        private final Pages pages;
        private final Query query;

        Administrators(AdminRights rights, Pages pages, Query query) {
            this.rights = rights;
            this.pages = pages;
            this.query = query;
        }

        /** One page of the administrators. */
        @GET
        @Operation(
                summary = "List the administrators",
                description =
                        "Since when, granted by whom, why, until when, when they last used the right, and for what in the"
                                + " last 90 days (gatehouse.auth.adminright.use-window): what nobody uses can be withdrawn.")
        @APIResponse(responseCode = "200", description = "One page")
        public Uni<Page<AdminResponse>> list(@BeanParam PageRequest page) {
            query.requireKnown(PARAMETERS);
            return rights.list(page).map(found -> pages.map(found, AdminResponse::of));
        }
    }

    /**
     * An administrator, with the reason and the end of the right.
     *
     * @param grantedBy absent for the first administrator, whom an operator configured
     */
    @Schema(name = "Admin")
    record AdminResponse(
            UUID accountId,
            @Schema(examples = "ada@helpdesk.example") String email,
            @Schema(examples = "Ada Lovelace") String displayName,
            AccountStatus status,
            @Nullable Instant grantedAt,
            @Nullable UUID grantedBy,

            @Schema(examples = "Covers for Grace in July") @Nullable
            String reason,

            @Nullable Instant expiresAt,

            @Schema(description = "when they last did something that needed the right, in any service") @Nullable
            Instant lastAdminActionAt,

            @Schema(description = "what the right was used for in the last 90 days, in the order of the actions")
            List<AdminRightUse> uses) {
        /** Copies. */
        AdminResponse {
            uses = List.copyOf(uses);
        }

        private static AdminResponse of(AdminRights.Administrator administrator) {
            Account account = administrator.account();
            AdminRightRow right = administrator.right();
            return new AdminResponse(
                    account.id(),
                    account.email(),
                    account.displayName(),
                    account.status(),
                    right == null ? null : right.grantedAt,
                    right == null ? null : right.grantedBy,
                    right == null ? null : right.reason,
                    account.adminUntil(),
                    right == null ? null : right.lastActionAt,
                    administrator.uses().stream().map(AdminRightUse::of).toList());
        }
    }

    /** One kind of thing that an administrator did. */
    @Schema(name = "AdminRightUse")
    record AdminRightUse(
            @Schema(description = "the type of its event", examples = "account.created")
            String action,

            Instant lastUsedAt) {
        private static AdminRightUse of(AdminRightUseRow row) {
            return new AdminRightUse(row.key.action, row.lastUsedAt);
        }
    }
}
