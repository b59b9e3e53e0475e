package dev.gatehouse.iptrust.hostname;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/admin/api/v1/ip-trust/addresses")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses", description = "What is known about an address: hostname, internal or external")
class AddressResource {
    private final PanacheAddresses addresses;
    private final PanacheAddressUses uses;
    private final Transactions transactions;

    AddressResource(PanacheAddresses addresses, PanacheAddressUses uses, Transactions transactions) {
        this.addresses = addresses;
        this.uses = uses;
        this.transactions = transactions;
    }

    @GET
    @Path("/{ip}")
    @Operation(
            summary = "Read what is known of an address",
            description = "Hostname (confirmed when it resolves back to the address), whether the address is internal,"
                    + " and which accounts logged in from there.")
    @APIResponse(
            responseCode = "200",
            description = "The address",
            content = @Content(schema = @Schema(implementation = AddressResponse.class)))
    public Uni<Response> read(@PathParam("ip") String text) {
        IpAddress address = IpAddress.parse(text)
                .orElseThrow(() -> new ProblemException(ProblemType.MALFORMED_REQUEST, "This is not an IP address."));
        return transactions.read(
                () -> addresses.findById(address.canonical()).chain(row -> row == null ? notFound() : found(row)));
    }

    private Uni<Response> found(AddressRow row) {
        return uses.newest(row.ip)
                .map(used -> Response.ok(AddressResponse.of(row, used)).build());
    }

    private static Uni<Response> notFound() {
        return Uni.createFrom()
                .item(Problems.of(ProblemType.NOT_FOUND, "No login came from this address in the last 30 days."));
    }

    /**
     * An address.
     *
     * @param hostname the result of the reverse lookup; proves nothing unless confirmed
     * @param resolvedAt absent until the first lookup has ended
     * @param usedBy newest first, at most 100
     */
    @Schema(name = "Address")
    record AddressResponse(
            @Schema(examples = "203.0.113.7") String ip,

            @Schema(examples = "host7.example.net") @Nullable
            String hostname,

            boolean confirmed,
            boolean internal,
            @Nullable Instant resolvedAt,
            List<AddressUseResponse> usedBy) {
        private static AddressResponse of(AddressRow row, List<AddressUseRow> uses) {
            return new AddressResponse(
                    row.ip,
                    row.hostname,
                    row.confirmed,
                    row.internal,
                    row.resolvedAt,
                    uses.stream().map(AddressUseResponse::of).toList());
        }
    }

    /** An account that logged in from an address. */
    @Schema(name = "AddressUse")
    record AddressUseResponse(UUID accountId, Instant firstUsedAt, Instant lastUsedAt) {
        private static AddressUseResponse of(AddressUseRow row) {
            return new AddressUseResponse(row.key.accountId(), row.firstUsedAt, row.lastUsedAt);
        }
    }
}
