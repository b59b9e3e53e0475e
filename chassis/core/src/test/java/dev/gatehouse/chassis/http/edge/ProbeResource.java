package dev.gatehouse.chassis.http.edge;

import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.http.query.Query;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.chassis.security.clientaddress.ClientAddress;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something to knock at: one endpoint for each thing that can happen to a request. */
@Path("/")
class ProbeResource {
    private final CurrentCaller caller;
    private final ClientAddress client;
    private final Query query;

    ProbeResource(CurrentCaller caller, ClientAddress client, Query query) {
        this.caller = caller;
        this.client = client;
        this.query = query;
    }

    record Order(
            @Nullable String name,
            int count,
            @Nullable AccountKind kind,
            @Nullable Instant at,
            @Nullable Duration span,
            @Nullable UUID id,
            @Nullable List<Item> items) {
        void check() {
            Violations violations = new Violations();
            List<Item> sent = items == null ? List.of() : items;
            for (int index = 0; index < sent.size(); index++) {
                violations.require(sent.get(index).size() <= 5, "items." + index + ".size", "max", "must be at most 5");
            }
            violations.require(name != null && name.length() >= 2, "name", "size", "must have 2 characters");
            violations.throwIfAny();
        }
    }

    record Item(long size) {}

    @POST
    @Path("api/v1/probe/orders")
    @PermitAll
    public Order echo(Order order) {
        order.check();
        return order;
    }

    @GET
    @Path("api/v1/probe/orders/{id}")
    @PermitAll
    public Map<String, Object> one(@PathParam("id") UUID id) {
        int maxSize = query.number("max-size", 0, 9).orElse(0);
        return Map.of("id", id, "maxSize", maxSize, "since", query.uuid("since").isPresent());
    }

    @PUT
    @Path("api/v1/probe/orders/{id}")
    @PermitAll
    public boolean edit(@HeaderParam("If-Match") @Nullable String ifMatch) {
        return IfMatch.read(ifMatch).matches(7);
    }

    @GET
    @Path("api/v1/probe/list")
    @PermitAll
    public Map<String, Object> list(@BeanParam PageRequest request) {
        return Map.of("limit", request.limit());
    }

    @GET
    @Path("api/v1/probe/fault")
    @PermitAll
    public Uni<String> fault() {
        return Uni.createFrom().failure(new IllegalStateException("SELECT secret FROM vault"));
    }

    @GET
    @Path("api/v1/probe/away")
    @PermitAll
    public Uni<String> away() {
        return Uni.createFrom().failure(ClosedConnectionException.INSTANCE);
    }

    @GET
    @Path("api/v1/probe/page")
    @PermitAll
    @Produces("text/html")
    public String page() {
        return "<!doctype html><title>A page without a policy of its own</title>";
    }

    @GET
    @Path("api/v1/probe/address")
    @PermitAll
    public List<@Nullable String> address() {
        return Arrays.asList(client.address().canonical(), client.userAgent());
    }

    @GET
    @Path("api/v1/probe/forgotten")
    public String forgotten() {
        return "open";
    }

    @GET
    @Path("api/v1/probe/me")
    @RolesAllowed(Roles.USER)
    public Caller me() {
        return caller.get();
    }

    @GET
    @Path("agent/api/v1/probe")
    @RolesAllowed(Roles.AGENT)
    public Caller agent() {
        return caller.get();
    }

    @GET
    @Path("admin/api/v1/probe")
    @RolesAllowed(Roles.ADMIN)
    public Caller admin() {
        return caller.get();
    }

    @POST
    @Path("admin/api/v1/probe")
    @RolesAllowed(Roles.ADMIN)
    public Caller change() {
        return caller.get();
    }

    @PUT
    @Path("admin/api/v1/probe")
    @RolesAllowed(Roles.ADMIN)
    public Uni<Caller> replace(Order order) {
        return Uni.createFrom().item(caller.get());
    }

    @PUT
    @Path("agent/api/v1/probe")
    @RolesAllowed(Roles.AGENT)
    public Uni<Caller> replaceOwn(Order order) {
        return Uni.createFrom().item(caller.get());
    }
}
