package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.session.grant.SessionAnswer;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.security.clientaddress.ClientAddress;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asking and answering, alike at both doors. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign in")
abstract class ChallengeEndpoint {
    private static final int LONGEST_WAIT = 25;

    private final ChallengeWait challenges;
    private final Collection collection;
    private final ClientAddress client;
    private final InstantSource clock;

    ChallengeEndpoint(ChallengeWait challenges, Collection collection, ClientAddress client, InstantSource clock) {
        this.challenges = challenges;
        this.collection = collection;
        this.client = client;
        this.clock = clock;
    }

    /** The audience. */
    abstract Audience audience();

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            summary = "Ask how a waiting sign-in stands",
            description =
                    "With wait, the answer comes as soon as it is not pending any more, or when the time is over.")
    @APIResponse(
            responseCode = "200",
            description = "pending, approved, denied or expired",
            content = @Content(schema = @Schema(implementation = ChallengeView.class)))
    @APIResponse(responseCode = "404", description = "not-found: this client has no such sign-in")
    @APIResponse(responseCode = "410", description = "challenge-closed: its session was handed over")
    @APIResponse(responseCode = "503", description = "overloaded: too many wait already")
    public Uni<Response> state(
            @PathParam("id") String id,
            @QueryParam("wait")
                    @DefaultValue("0")
                    @Parameter(
                            description = "Seconds to wait for a change, at most 25",
                            schema = @Schema(implementation = Integer.class, minimum = "0", maximum = "25"))
                    String wait) {
        Secret secret = Secret.of(id);
        return challenges
                .change(secret, asker(), seconds(wait))
                .map(found -> found.map(challenge -> view(challenge, secret)).orElseGet(ChallengeEndpoint::unknown));
    }

    @POST
    @Path("/{id}")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Answer a waiting sign-in",
            description = "An empty object collects the session of an approved one; that works once.")
    @APIResponse(
            responseCode = "201",
            description = "The session",
            content = @Content(schema = @Schema(implementation = SessionAnswer.class)))
    @APIResponse(responseCode = "404", description = "not-found: this client has no such sign-in")
    @APIResponse(responseCode = "409", description = "challenge-pending: nobody has answered yet")
    @APIResponse(responseCode = "410", description = "challenge-closed: denied, expired, or collected already")
    public Uni<Response> answer(@PathParam("id") String id, AnswerRequest answer) {
        return collection.collect(Secret.of(id), asker()).map(ChallengeEndpoint::answered);
    }

    private ChallengeClient asker() {
        return new ChallengeClient(audience(), new SessionClient(client.address(), client.userAgent()));
    }

    private Response view(Challenge challenge, Secret id) {
        return challenge.state(clock.instant()) == ChallengeState.COLLECTED
                ? closed()
                : Response.ok(ChallengeView.of(new OpenedChallenge(challenge, id), clock.instant()))
                        .build();
    }

    private static Response answered(CollectionOutcome outcome) {
        return switch (outcome) {
            case CollectionOutcome.Collected collected -> created(collected);
            case CollectionOutcome.Pending pending ->
                Problems.of(ProblemType.CHALLENGE_PENDING, "The address has not been confirmed yet.");
            case CollectionOutcome.Closed closed -> closed();
            case CollectionOutcome.Unknown unknown -> unknown();
        };
    }

    private static Response created(CollectionOutcome.Collected collected) {
        Response.ResponseBuilder response = Response.status(Response.Status.CREATED)
                .entity(collected.grant().body(collected.transport()));
        collected
                .grant()
                .cookie(collected.transport())
                .ifPresent(cookie -> response.header(HttpHeaders.SET_COOKIE, cookie));
        return response.build();
    }

    private static Response closed() {
        return Problems.of(ProblemType.CHALLENGE_CLOSED, "Sign in again.");
    }

    private static Response unknown() {
        return Problems.of(ProblemType.NOT_FOUND, "There is no such sign-in.");
    }

    private static Duration seconds(String text) {
        int seconds = number(text);
        Violations violations = new Violations();
        violations.require(
                seconds >= 0 && seconds <= LONGEST_WAIT,
                "wait",
                "out-of-range",
                "must be between 0 and " + LONGEST_WAIT);
        violations.throwIfAny();
        return Duration.ofSeconds(seconds);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ProblemException(ProblemType.MALFORMED_REQUEST, "The parameter wait must be a number.");
        }
    }
}
