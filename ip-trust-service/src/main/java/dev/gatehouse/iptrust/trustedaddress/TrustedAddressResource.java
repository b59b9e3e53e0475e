package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.query.Query;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import dev.gatehouse.iptrust.hostname.Hostnames;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Lists and withdraws trusted addresses; what agents and administrators have in common. */
@ApplicationScoped
class TrustedAddressResource {
    private static final String LIST = "trusted-addresses";

    private final PanacheTrustedAddresses rows;
    private final Hostnames hostnames;
    private final Transactions transactions;
    private final Pages pages;

    TrustedAddressResource(PanacheTrustedAddresses rows, Hostnames hostnames, Transactions transactions, Pages pages) {
        this.rows = rows;
        this.hostnames = hostnames;
        this.transactions = transactions;
        this.pages = pages;
    }

    Uni<Page<TrustedAddressResponse>> page(PageRequest request, Optional<UUID> accountId) {
        Optional<UUID> before = pages.after(LIST, request).map(parts -> UUID.fromString(parts.getFirst()));
        return transactions
                .read(() -> rows.page(accountId, before, request.fetch()).chain(this::withHostnames))
                .map(addresses -> pages.of(
                        LIST,
                        request,
                        addresses,
                        address -> List.of(address.id().toString())));
    }

    private Uni<List<TrustedAddressResponse>> withHostnames(List<TrustedAddressRow> page) {
        return hostnames.confirmed(page.stream().map(row -> row.ip).toList()).map(names -> page.stream()
                .map(row -> TrustedAddressResponse.of(row, names.get(row.ip)))
                .toList());
    }

    private static Response response(boolean found) {
        return found
                ? Response.noContent().build()
                : Problems.of(ProblemType.NOT_FOUND, "There is no such trusted address.");
    }

    /** The addresses of the calling agent. */
    @Path("/agent/api/v1/ip-trust/trusted-addresses")
    @RolesAllowed(Roles.AGENT)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "Trusted addresses", description = "Addresses from which an agent logs in without confirmation")
    static class Agents {
        private final TrustedAddressResource resource;
        private final TrustedAddresses addresses;
        private final CurrentCaller caller;
        private final RequestOrigin origin;

        Agents(
                TrustedAddressResource resource,
                TrustedAddresses addresses,
                CurrentCaller caller,
                RequestOrigin origin) {
            this.resource = resource;
            this.addresses = addresses;
            this.caller = caller;
            this.origin = origin;
        }

        @GET
        @Operation(summary = "List your own trusted addresses", description = "Newest first.")
        @APIResponse(responseCode = "200", description = "A page of addresses")
        public Uni<Page<TrustedAddressResponse>> list(@BeanParam PageRequest request) {
            return resource.page(request, Optional.of(caller.get().accountId()));
        }

        @DELETE
        @Cancellable(false)
        @Path("/{id}")
        @Operation(
                summary = "Withdraw one of your own trusted addresses",
                description = "The next login from there is asked for confirmation.")
        @APIResponse(responseCode = "204", description = "It is withdrawn")
        public Uni<Response> withdraw(@PathParam("id") UUID id) {
            return addresses
                    .withdrawOwn(id, caller.get().accountId(), origin.ofCaller())
                    .map(TrustedAddressResource::response);
        }
    }

    /** The addresses of all agents. */
    @Path("/admin/api/v1/ip-trust/trusted-addresses")
    @RolesAllowed(Roles.ADMIN)
    @Produces(MediaType.APPLICATION_JSON)
    @Tag(name = "Trusted addresses")
    static class Admins {
        private final TrustedAddressResource resource;
        private final TrustedAddresses addresses;
        private final RequestOrigin origin;
        private final Query query;

        Admins(TrustedAddressResource resource, TrustedAddresses addresses, RequestOrigin origin, Query query) {
            this.resource = resource;
            this.addresses = addresses;
            this.origin = origin;
            this.query = query;
        }

        @GET
        @Operation(summary = "List the trusted addresses of all agents", description = "Newest first.")
        @Parameter(
                name = "accountId",
                in = ParameterIn.QUERY,
                description = "Only those of this account",
                schema = @Schema(implementation = UUID.class))
        @APIResponse(responseCode = "200", description = "A page of addresses")
        public Uni<Page<TrustedAddressResponse>> list(@BeanParam PageRequest request) {
            return resource.page(request, query.uuid("accountId"));
        }

        @DELETE
        @Cancellable(false)
        @Path("/{id}")
        @Operation(
                summary = "Withdraw a trusted address",
                description = "The next login of that agent from there is asked for confirmation.")
        @APIResponse(responseCode = "204", description = "It is withdrawn")
        public Uni<Response> withdraw(@PathParam("id") UUID id) {
            return addresses.withdraw(id, origin.ofCaller()).map(TrustedAddressResource::response);
        }
    }

    /**
     * A trusted address.
     *
     * @param network the IPv4 address, or the IPv6 network
     * @param hostname the confirmed hostname of the verified address
     * @param firstUsedAt first login from there since it is trusted
     */
    @Schema(name = "TrustedAddress")
    record TrustedAddressResponse(
            UUID id,
            UUID accountId,
            @Schema(examples = "203.0.113.7") String network,

            @Schema(examples = "host7.example.net") @Nullable
            String hostname,

            Instant trustedAt,
            @Nullable Instant firstUsedAt,
            @Nullable Instant lastUsedAt,
            Instant trustedUntil) {
        private static TrustedAddressResponse of(TrustedAddressRow row, @Nullable String hostname) {
            return new TrustedAddressResponse(
                    row.id,
                    row.accountId,
                    row.network,
                    hostname,
                    row.trustedAt,
                    row.firstUsedAt,
                    row.lastUsedAt,
                    row.trustedUntil);
        }
    }
}
