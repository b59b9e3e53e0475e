package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.http.query.Query;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.iptrust.hostname.Hostnames;
import dev.gatehouse.iptrust.verification.PanacheVerifications.VerificationFilter;
import dev.gatehouse.iptrust.verification.VerificationRow.State;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/admin/api/v1/ip-trust/verifications")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Verifications", description = "Logins from new addresses that were or are to be confirmed")
class VerificationResource {
    private static final String LIST = "verifications";

    private final PanacheVerifications rows;
    private final Hostnames hostnames;
    private final Transactions transactions;
    private final Pages pages;
    private final Query query;

    VerificationResource(
            PanacheVerifications rows, Hostnames hostnames, Transactions transactions, Pages pages, Query query) {
        this.rows = rows;
        this.hostnames = hostnames;
        this.transactions = transactions;
        this.pages = pages;
        this.query = query;
    }

    @GET
    @Operation(summary = "List verifications, open and past", description = "Newest first.")
    @Parameter(
            name = "accountId",
            in = ParameterIn.QUERY,
            description = "Only those of this account",
            schema = @Schema(implementation = UUID.class))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "Only those in this state",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"pending", "approved", "denied", "expired", "withheld"}))
    @APIResponse(responseCode = "200", description = "A page of verifications")
    public Uni<Page<VerificationResponse>> list(@BeanParam PageRequest request) {
        VerificationFilter filter = new VerificationFilter(query.uuid("accountId"), query.oneOf("state", State.class));
        Optional<UUID> before = pages.after(LIST, request).map(parts -> UUID.fromString(parts.getFirst()));
        return transactions
                .read(() -> rows.page(filter, before, request.fetch()).chain(this::withHostnames))
                .map(found ->
                        pages.of(LIST, request, found, item -> List.of(item.id().toString())));
    }

    private Uni<List<VerificationResponse>> withHostnames(List<VerificationRow> page) {
        return hostnames
                .confirmed(page.stream().map(row -> row.ip).distinct().toList())
                .map(names -> page.stream()
                        .map(row -> VerificationResponse.of(row, names.get(row.ip)))
                        .toList());
    }

    /**
     * A verification.
     *
     * @param reference the challenge that waits for it
     * @param hostname the confirmed hostname of the address
     * @param reason why it was denied or withheld
     */
    @Schema(name = "Verification")
    record VerificationResponse(
            UUID id,
            UUID reference,
            UUID accountId,
            @Schema(examples = "203.0.113.7") String ip,

            @Schema(examples = "host7.example.net") @Nullable
            String hostname,

            @Schema(examples = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0") @Nullable
            String userAgent,

            @Schema(examples = "pending") String state,
            @Schema(examples = "wrong_numbers") @Nullable String reason,

            @Schema(description = "when a mail withheld by a limit would be sent") @Nullable
            Instant resendAt,

            @Schema(examples = "0") int wrongNumbers,
            Instant requestedAt,
            Instant expiresAt,
            @Nullable Instant mailedAt,
            @Nullable Instant closedAt) {
        private static VerificationResponse of(VerificationRow row, @Nullable String hostname) {
            return new VerificationResponse(
                    row.id,
                    row.reference,
                    row.accountId,
                    row.ip,
                    hostname,
                    row.userAgent,
                    row.state.toString(),
                    row.reason,
                    row.resendAt,
                    row.wrongNumbers,
                    row.requestedAt,
                    row.expiresAt,
                    row.mailedAt,
                    row.closedAt);
        }
    }
}
