package dev.gatehouse.auth.session.management;

import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.management.SessionManagement.Listing;
import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.mail.useragent.UserAgent;
import dev.gatehouse.chassis.messaging.event.RequestOrigin;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.caller.CurrentCaller;
import dev.gatehouse.contracts.identity.Roles;
import dev.gatehouse.contracts.identity.SessionCookie;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** One's own sessions. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own sessions", description = "What one is signed in with, to look at and to end")
class OwnSessionsResource {
    /** Stated explicitly: the OpenAPI extension does not derive it for inherited methods. */
    private static final String ACCESS_TOKEN = "accessToken";

    private final SessionManagement sessions;
    private final Pages pages;
    private final CurrentCaller callers;
    private final RequestOrigin origin;

    OwnSessionsResource(SessionManagement sessions, Pages pages, CurrentCaller callers, RequestOrigin origin) {
        this.sessions = sessions;
        this.pages = pages;
        this.callers = callers;
        this.origin = origin;
    }

    /** The agents' API. */
    @Path("/agent/api/v1/sessions")
    static class Agents extends OwnSessionsResource {
        Agents(SessionManagement sessions, Pages pages, CurrentCaller callers, RequestOrigin origin) {
            super(sessions, pages, callers, origin);
        }
    }

    /** The end users' API. */
    @Path("/api/v1/sessions")
    static class Users extends OwnSessionsResource {
        Users(SessionManagement sessions, Pages pages, CurrentCaller callers, RequestOrigin origin) {
            super(sessions, pages, callers, origin);
        }
    }

    @GET
    @RolesAllowed({Roles.USER, Roles.AGENT})
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(summary = "List one's own sessions", description = "Newest first, with where each was used from last.")
    @APIResponse(responseCode = "200", description = "A page of live sessions")
    public Uni<Page<OwnSessionResponse>> list(@BeanParam PageRequest request) {
        Caller caller = callers.get();
        return sessions.list(caller, request)
                .map(listing -> pages.map(
                        listing.page(), session -> OwnSessionResponse.of(session, listing, caller.sessionId())));
    }

    @DELETE
    @Cancellable(false)
    @RolesAllowed({Roles.USER, Roles.AGENT})
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(summary = "End all other sessions", description = "The one that asks goes on.")
    @APIResponse(responseCode = "204", description = "They are over in every service within a second")
    public Uni<Void> endOthers() {
        return sessions.endOthers(callers.get(), origin.ofCaller());
    }

    @DELETE
    @Cancellable(false)
    @Path("/{id}")
    @RolesAllowed({Roles.USER, Roles.AGENT})
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(summary = "End one session")
    @APIResponse(responseCode = "204", description = "It is over in every service within a second")
    @APIResponse(responseCode = "404", description = "not-found: one has no such session")
    public Uni<Response> end(@PathParam("id") @Parameter(description = "Id of the session") String id) {
        Caller caller = callers.get();
        return id(id).map(sessionId -> sessions.end(caller, sessionId, origin.ofCaller()))
                .orElseGet(() -> Uni.createFrom().item(false))
                .map(ended -> ended ? Response.noContent().build() : unknown());
    }

    @DELETE
    @Cancellable(false)
    @Path("/current")
    @RolesAllowed({Roles.USER, Roles.AGENT})
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(summary = "Sign out", description = "Ends the session that asks and takes its cookie away.")
    @APIResponse(responseCode = "204", description = "Signed out")
    public Uni<Response> signOut(@Context HttpHeaders headers) {
        Caller caller = callers.get();
        Cookie cookie = headers.getCookies().get(SessionCookie.name(caller.kind()));
        return sessions.signOut(caller, origin.ofCaller()).map(done -> signedOut(caller, cookie));
    }

    @POST
    @Cancellable(false)
    @Path("/current/activity")
    @RolesAllowed({Roles.USER, Roles.AGENT})
    @SecurityRequirement(name = ACCESS_TOKEN)
    @Operation(
            summary = "Report that a person is there",
            description = "Keyboard or pointer were used: the idle time starts again.")
    @APIResponse(responseCode = "204", description = "Noted")
    @APIResponse(responseCode = "401", description = "session-expired: the session is over")
    public Uni<Response> active() {
        return sessions.active(callers.get())
                .map(lives -> lives ? Response.noContent().build() : over());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Only the cookie of the session that has ended goes. */
    private static Response signedOut(Caller caller, @Nullable Cookie cookie) {
        boolean isOfSession = cookie != null
                && RefreshToken.parse(cookie.getValue())
                        .filter(token -> token.sessionId().equals(caller.sessionId()))
                        .isPresent();
        Response.ResponseBuilder response = Response.noContent();
        return isOfSession
                ? response.header(HttpHeaders.SET_COOKIE, RefreshToken.noCookie(caller.kind()))
                        .build()
                : response.build();
    }

    private static Response unknown() {
        return Problems.of(ProblemType.NOT_FOUND, "There is no such session.");
    }

    private static Response over() {
        return Problems.of(ProblemType.SESSION_EXPIRED, "Sign in again.");
    }

    /**
     * A session in the list of one's own.
     *
     * @param hostname only a confirmed one
     * @param current whether it is the session of the request
     */
    @Schema(name = "OwnSession")
    record OwnSessionResponse(
            UUID id,
            Instant createdAt,
            Instant lastSeenAt,
            Instant idleExpiresAt,
            Instant expiresAt,
            @Schema(examples = "203.0.113.7") String ip,

            @Schema(examples = "host7.example.net") @Nullable
            String hostname,

            @Schema(examples = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0") @Nullable
            String userAgent,

            DeviceResponse device,

            boolean current) {
        static OwnSessionResponse of(Session session, Listing listing, UUID current) {
            return new OwnSessionResponse(
                    session.id(),
                    session.createdAt(),
                    session.lastSeenAt(),
                    session.idleExpiresAt(),
                    session.expiresAt(),
                    session.ip(),
                    listing.hostnames().get(session.ip()),
                    session.userAgent(),
                    DeviceResponse.of(listing.devices().getOrDefault(session.id(), UserAgent.UNKNOWN)),
                    session.id().equals(current));
        }
    }

    /** What a session is used with, as far as the client says and it is known. */
    @Schema(name = "Device")
    record DeviceResponse(
            @Schema(examples = "Firefox") @Nullable String browser,

            @Schema(examples = "Linux") @Nullable String system) {
        private static DeviceResponse of(UserAgent userAgent) {
            return new DeviceResponse(userAgent.browser(), userAgent.system());
        }
    }
}
