package dev.gatehouse.iptrust.network;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.clientaddress.IpNetwork;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import dev.gatehouse.iptrust.network.Networks.NetworkCommand;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

@Path(NetworkResource.PATH)
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Trusted networks", description = "Networks from which agents log in without confirmation")
class NetworkResource {
    static final String PATH = "/admin/api/v1/ip-trust/networks";
    private static final String LIST = "networks";

    private final Networks networks;
    private final PanacheNetworks rows;
    private final Transactions transactions;
    private final RequestOrigin origin;
    private final Pages pages;
    private final InstantSource clock;

    NetworkResource(
            Networks networks,
            PanacheNetworks rows,
            Transactions transactions,
            RequestOrigin origin,
            Pages pages,
            InstantSource clock) {
        this.networks = networks;
        this.rows = rows;
        this.transactions = transactions;
        this.origin = origin;
        this.pages = pages;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "List the trusted networks", description = "Oldest first.")
    @APIResponse(responseCode = "200", description = "A page of networks")
    public Uni<Page<NetworkResponse>> list(@BeanParam PageRequest request) {
        Optional<UUID> after = pages.after(LIST, request).map(parts -> UUID.fromString(parts.getFirst()));
        return transactions
                .read(() -> rows.page(after, request.fetch()))
                .map(found -> found.stream().map(NetworkResponse::of).toList())
                .map(found -> pages.of(
                        LIST, request, found, network -> List.of(network.id().toString())));
    }

    @POST
    @Cancellable(false)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Trust a network",
            description = "From now on agents may sign in from there without being asked. Host bits must be zero, and"
                    + " the prefix at least /16 for IPv4 (private networks aside) and /32 for IPv6. Special-purpose"
                    + " networks and those of transition mechanisms are refused.")
    @APIResponse(
            responseCode = "201",
            description = "The network",
            content = @Content(schema = @Schema(implementation = NetworkResponse.class)))
    @APIResponse(responseCode = "409", description = "conflict: it is trusted already, or there are too many")
    public Uni<Response> add(NetworkRequest request) {
        return networks.add(request.toCommand(clock.instant()), origin.ofCaller())
                .map(NetworkResource::response);
    }

    @DELETE
    @Cancellable(false)
    @Path("/{id}")
    @Operation(summary = "Remove a trusted network", description = "Open sessions stay open.")
    @APIResponse(responseCode = "204", description = "It is removed")
    public Uni<Response> remove(@PathParam("id") UUID id) {
        return networks.remove(id, origin.ofCaller())
                .map(found -> found
                        ? Response.noContent().build()
                        : Problems.of(ProblemType.NOT_FOUND, "There is no such trusted network."));
    }

    private static Response response(NetworkOutcome outcome) {
        return switch (outcome) {
            case NetworkOutcome.Added added ->
                Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.LOCATION, PATH + "/" + added.network().id)
                        .entity(NetworkResponse.of(added.network()))
                        .build();
            case NetworkOutcome.AlreadyTrusted already ->
                Problems.of(ProblemType.CONFLICT, "This network is trusted already.");
            case NetworkOutcome.TooMany tooMany ->
                Problems.of(ProblemType.CONFLICT, "The limit of 500 trusted networks is reached.");
        };
    }

    /** A network to be trusted. */
    @Schema(name = "NewTrustedNetwork")
    record NetworkRequest(
            @Schema(examples = "203.0.113.0/24", required = true) @Nullable
            String network,

            @Schema(examples = "Office Berlin", maxLength = 200) @Nullable
            String note,

            @Schema(examples = "2030-01-01T00:00:00.000Z") @Nullable
            Instant expiresAt) {
        private static final int MAX_NETWORK_LENGTH = 60;
        private static final int MAX_NOTE_LENGTH = 200;

        /** Answers 422 with all violations. */
        NetworkCommand toCommand(Instant now) {
            Violations violations = new Violations();
            String text = note == null ? "" : note.strip();
            violations.require(
                    text.codePointCount(0, text.length()) <= MAX_NOTE_LENGTH,
                    "note",
                    "too-long",
                    "has at most 200 characters");
            violations.require(
                    text.chars().noneMatch(Character::isISOControl), "note", "invalid", "is one line of text");
            violations.require(
                    expiresAt == null || expiresAt.isAfter(now),
                    "expiresAt",
                    "not-in-the-future",
                    "must lie in the future");
            IpNetwork parsed = parseNetwork(violations);
            violations.throwIfAny();
            return new NetworkCommand(Objects.requireNonNull(parsed), text, expiresAt);
        }

        private @Nullable IpNetwork parseNetwork(Violations violations) {
            if (network == null || network.isBlank()) {
                return reject(violations, "required", "must be there");
            }
            if (network.length() > MAX_NETWORK_LENGTH) {
                return rejectInvalid(violations);
            }
            return switch (NetworkNotation.parse(network)) {
                case NetworkNotation.Valid valid -> valid.network();
                case NetworkNotation.TooWide wide ->
                    reject(violations, "too-wide", "is wider than any site: at least /16 for IPv4, /32 for IPv6");
                case NetworkNotation.NoSite special ->
                    reject(
                            violations,
                            "special-purpose",
                            "is no network that a site can have (loopback, link-local, shared, multicast, reserved)");
                case NetworkNotation.Transition transition ->
                    reject(
                            violations,
                            "transition",
                            "holds addresses of hosts all over the IPv4 internet (Teredo, 6to4, NAT64);"
                                    + " trust the IPv4 network instead");
                case NetworkNotation.HostBitsSet(IpNetwork meant) ->
                    reject(
                            violations,
                            "host-bits-set",
                            "is an address within a network; did you mean " + meant.canonical() + "?");
                case NetworkNotation.Invalid invalid -> rejectInvalid(violations);
            };
        }

        private static @Nullable IpNetwork rejectInvalid(Violations violations) {
            return reject(violations, "invalid", "must be a network such as 203.0.113.0/24 or 2001:db8::/32");
        }

        private static @Nullable IpNetwork reject(Violations violations, String code, String message) {
            violations.add(new Violation("network", code, message));
            return null;
        }
    }

    /**
     * A network that every agent may sign in from.
     *
     * @param network canonical CIDR
     * @param createdBy the administrator who added it
     */
    @Schema(name = "TrustedNetwork")
    record NetworkResponse(
            UUID id,
            @Schema(examples = "203.0.113.0/24") String network,
            @Schema(examples = "Office Berlin") String note,
            @Nullable Instant expiresAt,
            Instant createdAt,
            UUID createdBy) {
        private static NetworkResponse of(NetworkRow row) {
            return new NetworkResponse(row.id, row.network, row.note, row.expiresAt, row.createdAt, row.createdBy);
        }
    }
}
