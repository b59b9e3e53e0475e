package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.login.limit.LimitPolicy.Counter;
import dev.gatehouse.auth.login.limit.SqlCurrentLimits.Lock;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.contracts.event.LoginLimit;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Who is throttled now, for administrators. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rate limits")
class CurrentLimitResource {
    /** Stated explicitly: the OpenAPI extension does not derive it for inherited methods. */
    private static final String ACCESS_TOKEN = "accessToken";

    private final AccountKind kind;
    private final CurrentLimits limits;
    private final Pages pages;
    private final RequestOrigin origin;

    CurrentLimitResource(AccountKind kind, CurrentLimits limits, Pages pages, RequestOrigin origin) {
        this.kind = kind;
        this.limits = limits;
        this.pages = pages;
        this.origin = origin;
    }

    /** What is throttled at the agents' API. */
    @Path("/admin/api/v1/settings/rate-limits/agents/current")
    static class Agents extends CurrentLimitResource {
        Agents(CurrentLimits limits, Pages pages, RequestOrigin origin) {
            super(AccountKind.AGENT, limits, pages, origin);
        }
    }

    /** What is throttled at the end users' API. */
    @Path("/admin/api/v1/settings/rate-limits/users/current")
    static class Users extends CurrentLimitResource {
        Users(CurrentLimits limits, Pages pages, RequestOrigin origin) {
            super(AccountKind.USER, limits, pages, origin);
        }
    }

    /** Everything that throttles sign-ins of one account. */
    @Path("/admin/api/v1/accounts/{id}/unlock")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Tag(name = "Accounts")
    static class OneAccount {
        private final CurrentLimits limits;
        private final RequestOrigin origin;

        OneAccount(CurrentLimits limits, RequestOrigin origin) {
            this.limits = limits;
            this.origin = origin;
        }

        @POST
        @Cancellable(false)
        @Operation(
                summary = "Unlock an account",
                description =
                        "Forgets its failed sign-ins, so that its password opens sessions again. Networks that failed"
                                + " too often with many accounts stay throttled.")
        @APIResponse(responseCode = "204", description = "Nothing throttles the account")
        @APIResponse(responseCode = "404", description = "not-found: there is no such account")
        public Uni<Response> unlock(@PathParam("id") UUID id) {
            return limits.unlock(id, origin.ofCaller()).map(found -> done(found, "There is no such account."));
        }
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(
            summary = "List what is throttled now",
            description =
                    "The first to end comes first. A credential that is locked after 100 failures in a row has no end.")
    @APIResponse(responseCode = "200", description = "One page")
    public Uni<CurrentLimitsResponse> list(@BeanParam PageRequest page) {
        return limits.list(kind, page).chain(found -> limits.campaignSince(kind)
                .map(since ->
                        CurrentLimitsResponse.of(pages.map(found, CurrentLimitResponse::of), since.orElse(null))));
    }

    @DELETE
    @RolesAllowed(Roles.ADMIN)
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Cancellable(false)
    @Path("/{id}")
    @Operation(summary = "Lift a limit", description = "Forgets the failures, so that the next sign-in is let through.")
    @APIResponse(responseCode = "204", description = "It is lifted")
    @APIResponse(responseCode = "404", description = "not-found: nothing is throttled under this id")
    public Uni<Response> lift(@PathParam("id") UUID id) {
        return limits.lift(kind, id, origin.ofCaller())
                .map(found -> done(found, "Nothing is throttled under this id."));
    }

    private static Response done(boolean found, String otherwise) {
        return found ? Response.noContent().build() : Problems.of(ProblemType.NOT_FOUND, otherwise);
    }

    /** What is throttled, and whether all strangers meet tighter limits. */
    @Schema(name = "CurrentRateLimits")
    record CurrentLimitsResponse(
            List<CurrentLimitResponse> items,

            @Schema(examples = "eyJhIjoiMDE5MGExYjIifQ.c2lnbmVk") @Nullable
            String nextCursor,

            @Schema(
                    description =
                            "Since when sign-ins of strangers fail from many networks, so that each of these is allowed fewer"
                                    + " failures; absent when they do not")
            @Nullable
            Instant campaignSince) {
        private static CurrentLimitsResponse of(Page<CurrentLimitResponse> page, @Nullable Instant campaignSince) {
            return new CurrentLimitsResponse(page.items(), page.nextCursor(), campaignSince);
        }
    }

    /** Something that is throttled. */
    @Schema(name = "CurrentRateLimit")
    record CurrentLimitResponse(
            UUID id,

            @Schema(
                    enumeration = {"pair", "confirmation", "network", "account", "credential"},
                    description =
                            "pair: an account as one network tries it; confirmation: as its sessions do; account: as strangers try it; credential: its"
                                    + " password, after 100 failures in a row")
            LoginLimit limit,

            @Schema(description = "Absent when no account has the e-mail address that was tried") @Nullable
            UUID accountId,

            @Schema(examples = "203.0.113.7") @Nullable String network,

            @Schema(examples = "5") int failures,

            @Schema(description = "Absent when it has no end") @Nullable
            Instant until) {
        private static CurrentLimitResponse of(Lock lock) {
            return new CurrentLimitResponse(
                    lock.id(),
                    lock.limit(),
                    lock.accountId(),
                    lock.network(),
                    lock.failures(),
                    lock.until().equals(Counter.FOREVER) ? null : lock.until());
        }
    }
}
