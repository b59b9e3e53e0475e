package dev.gatehouse.audit.search;

import dev.gatehouse.audit.searchindex.EventFilter;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.query.Query;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The audit log, for administrators. */
@Path("/admin/api/v1/audit/events")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Audit log", description = "Every security event of the suite, kept once and never changed")
class SearchResource {
    private final Search search;
    private final EventReader reader;
    private final Query query;
    private final RequestOrigin origin;

    SearchResource(Search search, EventReader reader, Query query, RequestOrigin origin) {
        this.search = search;
        this.reader = reader;
        this.query = query;
        this.origin = origin;
    }

    /** The list; {@link dev.gatehouse.audit.searchindex} describes its order and the text search. */
    @GET
    @Cancellable(false)
    @Operation(
            summary = "Find events, newest first",
            description =
                    "All filters must be met. The first page of every search is itself recorded as audit.searched. "
                            + "A page of a text search may have fewer items than asked for and still a nextCursor: "
                            + "a request looks through a bounded number of events.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Instant.class),
            description = "Happened at this time or later",
            example = "2026-11-01T00:00:00Z")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = Instant.class),
            description = "Happened before this time",
            example = "2026-11-02T00:00:00Z")
    @Parameter(name = "type", in = ParameterIn.QUERY, description = "Type of event", example = "login.failed")
    @Parameter(
            name = "actorId",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = UUID.class),
            description = "Who did it",
            example = SearchExamples.ACCOUNT)
    @Parameter(
            name = "accountId",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = UUID.class),
            description = "About whom",
            example = SearchExamples.ACCOUNT)
    @Parameter(name = "outcome", in = ParameterIn.QUERY, schema = @Schema(enumeration = {"success", "failure"}))
    @Parameter(name = "ip", in = ParameterIn.QUERY, description = "Where from, any notation", example = "203.0.113.7")
    @Parameter(
            name = "hostname",
            in = ParameterIn.QUERY,
            description = "A confirmed name, or all below a domain",
            example = "*.example.com")
    @Parameter(
            name = "sessionId",
            in = ParameterIn.QUERY,
            schema = @Schema(implementation = UUID.class),
            description = "Within which session",
            example = SearchExamples.SESSION)
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Literal text, in any case, in type, reason, address or user agent",
            example = "firefox")
    @APIResponse(
            responseCode = "200",
            description = "One page",
            content =
                    @Content(schema = @Schema(implementation = EventPageResponse.class), example = SearchExamples.PAGE))
    public Uni<Page<EventResponse>> list(@BeanParam PageRequest page) {
        EventFilter filter = FilterParameters.read(query);
        return search.page(filter, page, origin.ofCaller());
    }

    /** The event with this id. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One event whole", description = "With its time of arrival and its number at its producer.")
    @APIResponse(
            responseCode = "200",
            description = "The event",
            content =
                    @Content(
                            schema = @Schema(implementation = EventDetailResponse.class),
                            example = SearchExamples.EVENT))
    @APIResponse(responseCode = "404", description = "not-found: there is no such event")
    public Uni<Response> event(@PathParam("id") UUID id) {
        return reader.find(id).map(SearchResource::answer);
    }

    private static Response answer(Optional<EventDetailResponse> found) {
        return found.map(event -> Response.ok(event).build())
                .orElseGet(() -> Problems.of(ProblemType.NOT_FOUND, "There is no event with this id."));
    }
}
