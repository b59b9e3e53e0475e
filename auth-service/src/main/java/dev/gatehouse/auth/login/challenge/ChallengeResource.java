package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.login.challenge.ChallengeResponse.ChallengedResponse;
import dev.gatehouse.auth.session.lifetime.SessionGrant.SessionResponse;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.query.Query;
import dev.gatehouse.chassis.security.clientaddress.ClientAddress;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Reads login challenges and redeems approved ones. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign in")
class ChallengeResource {
    private static final int LONGEST_WAIT = 25;

    private final Audience audience;
    private final LongPoll poll;
    private final ChallengeSteps steps;
    private final ClientAddress client;
    private final Query query;

    ChallengeResource(Audience audience, LongPoll poll, ChallengeSteps steps, ClientAddress client, Query query) {
        this.audience = audience;
        this.poll = poll;
        this.steps = steps;
        this.client = client;
        this.query = query;
    }

    /** The agents' API. */
    @Path("/agent/api/v1/login-challenges")
    static class Agents extends ChallengeResource {
        Agents(LongPoll poll, ChallengeSteps steps, ClientAddress client, Query query) {
            super(Audience.AGENT, poll, steps, client, query);
        }
    }

    /** The end users' API. */
    @Path("/api/v1/login-challenges")
    static class Users extends ChallengeResource {
        Users(LongPoll poll, ChallengeSteps steps, ClientAddress client, Query query) {
            super(Audience.USER, poll, steps, client, query);
        }
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            summary = "Read the state of a login challenge",
            description =
                    "With wait, the response comes as soon as it is not pending any more or its mail will not come, or when the"
                            + " time is over. A limit withholds a mail until mail.resendAt; a mail that was sent stays valid.")
    @Parameter(
            name = "wait",
            in = ParameterIn.QUERY,
            description = "Seconds to wait for a change, at most 25",
            schema = @Schema(implementation = Integer.class, minimum = "0", maximum = "25", defaultValue = "0"))
    @APIResponse(
            responseCode = "200",
            description = "pending, approved, denied or expired",
            content = @Content(schema = @Schema(implementation = ChallengeResponse.class)))
    @APIResponse(responseCode = "404", description = "not-found: there is no such challenge")
    @APIResponse(
            responseCode = "410",
            description =
                    "challenge-closed: its session was handed over; client-changed: sign in again, the client has moved")
    @APIResponse(responseCode = "503", description = "overloaded: too many clients wait already")
    public Uni<Response> state(@PathParam("id") String id) {
        Secret secret = Secret.of(id);
        Duration wait = Duration.ofSeconds(query.number("wait", 0, LONGEST_WAIT).orElse(0));
        return poll.await(secret, client(), wait).map(found -> switch (found) {
            case ChallengeLookup.Own(Challenge challenge) -> response(new Challenge.Opened(challenge, secret));
            case ChallengeLookup.Moved moved -> moved();
            case ChallengeLookup.Unknown unknown -> unknown();
        });
    }

    @POST
    @Cancellable(false)
    @Path("/{id}")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Answer a login challenge, or redeem an approved one",
            description = "Opens the session that was requested with the login; that works once. A password_change"
                    + " challenge is answered with newPassword, which ends all other sessions of the account.")
    @APIResponse(
            responseCode = "201",
            description = "The session",
            content = @Content(schema = @Schema(implementation = SessionResponse.class)))
    @APIResponse(
            responseCode = "202",
            description = "Something more is needed: the next challenge",
            content = @Content(schema = @Schema(implementation = ChallengedResponse.class)))
    @APIResponse(
            responseCode = "204",
            description = "The challenge of a refresh: the address is proven, so refresh the session again")
    @APIResponse(responseCode = "404", description = "not-found: there is no such challenge")
    @APIResponse(responseCode = "409", description = "challenge-pending: it has not been answered yet")
    @APIResponse(
            responseCode = "410",
            description =
                    "challenge-closed: denied, expired, or redeemed already; client-changed: sign in again, the client has moved")
    public Uni<Response> redeem(@PathParam("id") String id, RedeemRequest request) {
        return steps.answer(Secret.of(id), client(), request.newPassword()).map(ChallengeResource::response);
    }

    private Challenge.Client client() {
        return new Challenge.Client(audience, new SessionClient(client.address(), client.userAgent()));
    }

    private static Response response(Challenge.Opened opened) {
        return opened.challenge().state() == ChallengeState.REDEEMED
                ? closed()
                : Response.ok(ChallengeResponse.of(opened)).build();
    }

    private static Response response(Redemption.Outcome outcome) {
        return switch (outcome) {
            case Redemption.Outcome.Redeemed redeemed ->
                Response.status(Response.Status.CREATED)
                        .entity(redeemed.grant().body(redeemed.transport()))
                        .header(
                                HttpHeaders.SET_COOKIE,
                                redeemed.grant().cookie(redeemed.transport()).orElse(null))
                        .build();
            case Redemption.Outcome.Proven proven -> Response.noContent().build();
            case Redemption.Outcome.PasswordNeeded needed -> closed();
            case Redemption.Outcome.Challenged challenged ->
                Response.accepted(new ChallengedResponse(ChallengeResponse.of(challenged.next())))
                        .build();
            case Redemption.Outcome.Invalid invalid -> Problems.of(invalid.violations());
            case Redemption.Outcome.Pending pending -> Problems.of(ProblemType.CHALLENGE_PENDING, pending.detail());
            case Redemption.Outcome.Closed closed -> closed();
            case Redemption.Outcome.Moved moved -> moved();
            case Redemption.Outcome.Unknown unknown -> unknown();
        };
    }

    private static Response closed() {
        return Problems.of(ProblemType.CHALLENGE_CLOSED, "Sign in again.");
    }

    private static Response moved() {
        return Problems.of(
                ProblemType.CLIENT_CHANGED,
                "It was begun at another place, or with another browser: sign in again from here.");
    }

    private static Response unknown() {
        return Problems.of(ProblemType.NOT_FOUND, "There is no such challenge.");
    }

    /** The answer to a challenge. An address verification is answered by mail, so the object is empty. */
    @Schema(
            name = "ChallengeAnswer",
            description =
                    "An empty object redeems an approved challenge; newPassword answers a password_change challenge",
            examples = "{}")
    record RedeemRequest(
            @Schema(
                    implementation = String.class,
                    description = "15 to 128 characters, not the present one",
                    examples = "another phrase, longer still")
            @Nullable
            Secret newPassword) {}
}
