package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.login.challenge.ChallengeClient;
import dev.gatehouse.auth.login.challenge.ChallengeView;
import dev.gatehouse.auth.session.grant.Grant;
import dev.gatehouse.auth.session.grant.SessionAnswer;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.auth.token.Transport;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.security.clientaddress.ClientAddress;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sign-in, alike at both doors. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign in", description = "From password to session, and how a session goes on")
abstract class LoginEndpoint {
    private final Login login;
    private final ClientAddress client;
    private final InstantSource clock;

    LoginEndpoint(Login login, ClientAddress client, InstantSource clock) {
        this.login = login;
        this.client = client;
        this.clock = clock;
    }

    /** The audience. */
    abstract Audience audience();

    @POST
    @PermitAll
    @Operation(
            summary = "Sign in",
            description = "Gives a session, or a challenge when something more is needed. A wrong password, an unknown"
                    + " account, a disabled one and one of the other audience are answered alike and in the same time.")
    @APIResponse(
            responseCode = "201",
            description = "The session",
            content = @Content(schema = @Schema(implementation = SessionAnswer.class)))
    @APIResponse(
            responseCode = "202",
            description = "Something more is needed",
            content = @Content(schema = @Schema(implementation = ChallengeAnswer.class)))
    @APIResponse(responseCode = "401", description = "invalid-credentials")
    @APIResponse(
            responseCode = "422",
            description = "validation-failed, also for a password of more than 128 characters")
    @APIResponse(responseCode = "503", description = "overloaded: too many sign-ins at once")
    public Uni<Response> signIn(LoginRequest request) {
        SessionClient program = new SessionClient(client.address(), client.userAgent());
        LoginCommand command = request.command(new ChallengeClient(audience(), program));
        return login.attempt(command).map(outcome -> answer(outcome, command.transport()));
    }

    private Response answer(LoginOutcome outcome, Transport transport) {
        return switch (outcome) {
            case LoginOutcome.Granted granted -> created(granted.grant(), transport);
            case LoginOutcome.Challenged challenged ->
                Response.accepted(new ChallengeAnswer(ChallengeView.of(challenged.challenge(), clock.instant())))
                        .build();
            case LoginOutcome.Refused refused ->
                Problems.of(ProblemType.INVALID_CREDENTIALS, "E-mail address or password is wrong.");
        };
    }

    private static Response created(Grant grant, Transport transport) {
        Response.ResponseBuilder response =
                Response.status(Response.Status.CREATED).entity(grant.body(transport));
        grant.cookie(transport).ifPresent(cookie -> response.header(HttpHeaders.SET_COOKIE, cookie));
        return response.build();
    }

    @Schema(name = "ChallengedLogin")
    record ChallengeAnswer(ChallengeView challenge) {}
}
