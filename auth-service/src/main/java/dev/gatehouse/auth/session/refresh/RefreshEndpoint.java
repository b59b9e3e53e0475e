package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.grant.Grant;
import dev.gatehouse.auth.session.grant.SessionAnswer;
import dev.gatehouse.auth.session.lifetime.Rotation;
import dev.gatehouse.auth.session.lifetime.Use;
import dev.gatehouse.auth.session.refresh.RefreshOutcome.Reason;
import dev.gatehouse.auth.token.RefreshCookie;
import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.auth.token.Transport;
import dev.gatehouse.chassis.http.json.OptionalBody;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.security.clientaddress.ClientAddress;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What both doors have in common: the token comes by body or cookie and its successor goes back the same way. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign in")
abstract class RefreshEndpoint {
    private final Refresh refresh;
    private final ClientAddress client;
    private final InstantSource clock;

    RefreshEndpoint(Refresh refresh, ClientAddress client, InstantSource clock) {
        this.refresh = refresh;
        this.client = client;
        this.clock = clock;
    }

    /** The kind of account that the audience is for. */
    abstract AccountKind kind();

    @POST
    @PermitAll
    @Operation(
            summary = "Refresh a session",
            description =
                    "Gives a new access token and the next refresh token; the one that was sent is used up. The same"
                            + " request may be repeated for ten seconds by the same client if the answer was lost.")
    @APIResponse(
            responseCode = "200",
            description = "The session goes on",
            content = @Content(schema = @Schema(implementation = SessionAnswer.class)))
    @APIResponse(
            responseCode = "401",
            description = "session-expired, session-revoked, or refresh-token-reused, which ended the session")
    public Uni<Response> refresh(
            @CookieParam(RefreshCookie.NAME) @Nullable String cookie, @OptionalBody @Nullable RefreshRequest body) {
        RefreshRequest request = body == null ? RefreshRequest.EMPTY : body;
        Transport transport = request.refreshToken() == null ? Transport.COOKIE : Transport.BODY;
        return presented(request, cookie)
                .map(token -> refresh.attempt(attempt(token, request)))
                .orElseGet(() -> Uni.createFrom().item(new RefreshOutcome.Refused(Reason.EXPIRED)))
                .map(outcome -> answer(outcome, transport));
    }

    private static Optional<RefreshToken> presented(RefreshRequest request, @Nullable String cookie) {
        Secret sent = request.refreshToken();
        return Optional.ofNullable(sent == null ? cookie : sent.reveal()).flatMap(RefreshToken::parse);
    }

    private Rotation.Attempt attempt(RefreshToken token, RefreshRequest request) {
        SessionClient from = new SessionClient(client.address(), client.userAgent());
        Use use = Boolean.TRUE.equals(request.active()) ? Use.BY_PERSON : Use.BY_PROGRAM;
        return new Rotation.Attempt(token, kind(), from, use, clock.instant());
    }

    private static Response answer(RefreshOutcome outcome, Transport transport) {
        return switch (outcome) {
            case RefreshOutcome.Refreshed refreshed -> ok(refreshed.grant(), transport);
            case RefreshOutcome.Refused refused -> refused(refused.why(), transport);
        };
    }

    private static Response ok(Grant grant, Transport transport) {
        Response.ResponseBuilder response = Response.ok(grant.body(transport));
        grant.cookie(transport).ifPresent(cookie -> response.header(HttpHeaders.SET_COOKIE, cookie));
        return response.build();
    }

    private static Response refused(Reason why, Transport transport) {
        Response problem =
                switch (why) {
                    case EXPIRED -> Problems.of(ProblemType.SESSION_EXPIRED, "Sign in again.");
                    case REVOKED -> Problems.of(ProblemType.SESSION_REVOKED, "Sign in again.");
                    case REUSED ->
                        Problems.of(
                                ProblemType.REFRESH_TOKEN_REUSED,
                                "Somebody else may have a copy of it, so the session was ended: sign in again.");
                };
        return transport == Transport.COOKIE
                ? Response.fromResponse(problem)
                        .header(HttpHeaders.SET_COOKIE, RefreshCookie.gone())
                        .build()
                : problem;
    }
}
