package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.auth.identity.account.AccountView;
import dev.gatehouse.chassis.http.etag.Etags;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.contracts.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The admin right of one account, for administrators. */
@Path("/admin/api/v1/accounts/{id}/admin")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Admin rights", description = "Who may administer, why and until when")
class AdminRightResource {
    private final AdminRightAdministration administration;
    private final RequestOrigin origin;
    private final InstantSource clock;

    AdminRightResource(AdminRightAdministration administration, RequestOrigin origin, InstantSource clock) {
        this.administration = administration;
        this.origin = origin;
        this.clock = clock;
    }

    /** Grants or withdraws. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Grant or withdraw the admin right",
            description =
                    "If-Match with the ETag of the account is honoured and not required: the request says the whole"
                            + " right, not a change of what was read. Withdrawing ends every session of the account. Nobody changes"
                            + " their own right, and the last active administrator stays.")
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now",
            headers = @Header(name = "ETag", description = "Its new version"),
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "404", description = "not-found: there is no such account")
    @APIResponse(responseCode = "409", description = "last-admin or own-admin-right: an administrator would be lost")
    @APIResponse(responseCode = "412", description = "precondition-failed: the account was changed since it was read")
    public Uni<Response> put(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag of the account that was read")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            AdminRightRequest request) {
        OptionalLong expected = ifMatch == null ? OptionalLong.empty() : OptionalLong.of(Etags.expected(ifMatch));
        AdminRightWish wish = request.parse(clock.instant());
        Origin now = origin.ofCaller();
        return administration.change(id, expected, wish, now).map(AdminRightResource::answer);
    }

    private static Response answer(AccountOutcome outcome) {
        return switch (outcome) {
            case AccountOutcome.Done done ->
                Response.ok(AccountView.of(done.account()))
                        .header(HttpHeaders.ETAG, Etags.of(done.account().version()))
                        .build();
            case AccountOutcome.Refused refused -> answer(refused.why());
        };
    }

    private static Response answer(Refusal why) {
        return why == Refusal.NOT_AN_AGENT
                ? Problems.of(List.of(new Violation("admin", "not-an-agent", why.detail())))
                : Problems.of(why.problem(), why.detail());
    }
}
