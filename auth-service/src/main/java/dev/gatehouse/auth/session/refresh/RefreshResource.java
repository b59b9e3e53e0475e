package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.lifetime.Session.Rotation;
import dev.gatehouse.auth.session.lifetime.SessionGrant.SessionResponse;
import dev.gatehouse.auth.session.refresh.RefreshOutcome.Reason;
import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.auth.token.RefreshToken.Transport;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.http.json.MayBeAbsent;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.security.clientaddress.ClientAddress;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.SessionCookie;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Refreshes a session. The token comes in the body or in a cookie, and its successor goes back the same way. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign in")
class RefreshResource {
    private final AccountKind kind;
    private final AddressRecheck recheck;
    private final ClientAddress client;

    RefreshResource(AccountKind kind, AddressRecheck recheck, ClientAddress client) {
        this.kind = kind;
        this.recheck = recheck;
        this.client = client;
    }

    /** The agents' API. */
    @Path("/agent/api/v1/sessions/refresh")
    static class Agents extends RefreshResource {
        Agents(AddressRecheck recheck, ClientAddress client) {
            super(AccountKind.AGENT, recheck, client);
        }
    }

    /** The end users' API. */
    @Path("/api/v1/sessions/refresh")
    static class Users extends RefreshResource {
        Users(AddressRecheck recheck, ClientAddress client) {
            super(AccountKind.USER, recheck, client);
        }
    }

    @POST
    @Cancellable(false)
    @PermitAll
    @Operation(
            summary = "Refresh a session",
            description =
                    "Gives a new access token and the next refresh token; the one that was sent is used up. The same"
                            + " request may be repeated for ten seconds by the same client if the answer was lost. Without"
                            + " a token in the body, the cookie of this audience counts: __Host-gatehouse-agent or"
                            + " __Host-gatehouse-user.")
    @APIResponse(
            responseCode = "200",
            description = "The session goes on",
            content = @Content(schema = @Schema(implementation = SessionResponse.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "The address of the client must be verified first, as with a sign-in. The refresh token that was"
                            + " sent stays good: when the challenge is approved, refresh again with it",
            content = @Content(schema = @Schema(ref = "#/components/schemas/ChallengedLogin")))
    @APIResponse(
            responseCode = "401",
            description =
                    "session-expired, session-revoked, or refresh-token-reused, which ended the session; reason says"
                            + " how the session ended: signed_out, ended_by_owner, ended_by_admin, idle, expired,"
                            + " refresh_token_reused, account_disabled, password_changed, address_denied, proof_missing, displaced")
    public Uni<Response> refresh(
            @Context HttpHeaders headers, @MayBeAbsent @RequestBody(required = false) @Nullable RefreshRequest body) {
        RefreshRequest request = body == null ? RefreshRequest.EMPTY : body;
        Cookie cookie = headers.getCookies().get(SessionCookie.name(kind));
        return request.token(cookie == null ? null : cookie.getValue())
                .map(token -> recheck.attempt(attempt(token, request), request.transport()))
                .orElseGet(() -> Uni.createFrom().item(new RefreshOutcome.Refused(Reason.EXPIRED, null)))
                .map(outcome -> response(outcome, request.transport()));
    }

    private Rotation.Attempt attempt(RefreshToken token, RefreshRequest request) {
        SessionClient from = new SessionClient(client.address(), client.userAgent());
        return new Rotation.Attempt(token, kind, from, Boolean.TRUE.equals(request.active()));
    }

    private Response response(RefreshOutcome outcome, Transport transport) {
        return switch (outcome) {
            case RefreshOutcome.Refreshed refreshed ->
                Response.status(Response.Status.OK)
                        .entity(refreshed.grant().body(transport))
                        .header(
                                HttpHeaders.SET_COOKIE,
                                refreshed.grant().cookie(transport).orElse(null))
                        .build();
            case RefreshOutcome.Challenged challenged ->
                Response.accepted(challenged.demand()).build();
            case RefreshOutcome.Refused refused -> refused(refused, transport);
        };
    }

    private Response refused(RefreshOutcome.Refused refused, Transport transport) {
        Response problem =
                switch (refused.why()) {
                    case EXPIRED -> problem(ProblemType.SESSION_EXPIRED, "Sign in again.", refused);
                    case REVOKED -> problem(ProblemType.SESSION_REVOKED, "Sign in again.", refused);
                    case REUSED ->
                        problem(
                                ProblemType.REFRESH_TOKEN_REUSED,
                                "Somebody else may have a copy of it, so the session was ended: sign in again.",
                                refused);
                };
        return transport == Transport.COOKIE
                ? Response.fromResponse(problem)
                        .header(HttpHeaders.SET_COOKIE, RefreshToken.noCookie(kind))
                        .build()
                : problem;
    }

    private static Response problem(ProblemType type, String detail, RefreshOutcome.Refused refused) {
        return refused.end() == null
                ? Problems.of(type, detail)
                : Problems.because(type, detail, refused.end().toString());
    }

    /**
     * The body of a refresh.
     *
     * @param refreshToken absent when it comes by cookie
     * @param active whether a person did something since the last call
     */
    record RefreshRequest(
            @Schema(
                    implementation = String.class,
                    description = "Absent when it comes by cookie",
                    examples = "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b.0.Zm9yLXRoZS1leGFtcGxl.b25seQ")
            @Nullable
            Secret refreshToken,

            @Schema(description = "Whether the person did something since the last call", defaultValue = "false")
            @Nullable
            Boolean active) {
        private static final RefreshRequest EMPTY = new RefreshRequest(null, null);

        private Transport transport() {
            return refreshToken == null ? Transport.COOKIE : Transport.BODY;
        }

        private Optional<RefreshToken> token(@Nullable String cookie) {
            return Optional.ofNullable(refreshToken == null ? cookie : refreshToken.reveal())
                    .flatMap(RefreshToken::parse);
        }
    }
}
