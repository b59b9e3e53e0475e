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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/admin/api/v1/ip-trust/addresses")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Addresses")
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
            description =
                    "Host name (confirmed when it leads back to the address), whether it is internal, and who signed"
                            + " in from there.")
    @APIResponse(
            responseCode = "200",
            description = "The address",
            content = @Content(schema = @Schema(implementation = AddressBody.class)))
    public Uni<Response> read(@PathParam("ip") String text) {
        IpAddress address = IpAddress.parse(text)
                .orElseThrow(() -> new ProblemException(ProblemType.MALFORMED_REQUEST, "This is no IP address."));
        return transactions.read(
                () -> addresses.findById(address.canonical()).chain(row -> row == null ? unknown() : known(row)));
    }

    private Uni<Response> known(AddressRow row) {
        return uses.newest(row.ip())
                .map(used -> AddressBody.of(
                        row.facts(), used.stream().map(AddressUseRow::view).toList()))
                .map(body -> Response.ok(body).build());
    }

    private static Uni<Response> unknown() {
        return Uni.createFrom()
                .item(Problems.of(ProblemType.NOT_FOUND, "No sign-in came from this address in the last 30 days."));
    }

    /**
     * An address in JSON.
     *
     * @param usedBy newest first, at most 100
     */
    @Schema(name = "Address")
    record AddressBody(
            @Schema(examples = "203.0.113.7") String ip,

            @Schema(examples = "host7.example.net") @Nullable
            String hostname,

            boolean confirmed,
            boolean internal,
            @Nullable Instant resolvedAt,
            List<AddressUse> usedBy) {
        private static AddressBody of(AddressFacts facts, List<AddressUse> usedBy) {
            return new AddressBody(
                    facts.ip(), facts.hostname(), facts.confirmed(), facts.internal(), facts.resolvedAt(), usedBy);
        }
    }
}
