package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.policy.PasswordLimits;
import dev.gatehouse.auth.login.challenge.ChallengeResponse;
import dev.gatehouse.auth.login.challenge.ChallengeResponse.ChallengedResponse;
import dev.gatehouse.auth.session.lifetime.SessionGrant.SessionResponse;
import dev.gatehouse.auth.token.RefreshToken.Transport;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.security.clientaddress.ClientAddress;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Login with e-mail address and password. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign in", description = "From password to session, and how a session goes on")
class LoginResource {
    private final Audience audience;
    private final Login login;
    private final ClientAddress client;

    LoginResource(Audience audience, Login login, ClientAddress client) {
        this.audience = audience;
        this.login = login;
        this.client = client;
    }

    /** The API of agents, administrators included. */
    @Path("/agent/api/v1/sessions")
    static class Agents extends LoginResource {
        Agents(Login login, ClientAddress client) {
            super(Audience.AGENT, login, client);
        }
    }

    /** The end users' API. */
    @Path("/api/v1/sessions")
    static class Users extends LoginResource {
        Users(Login login, ClientAddress client) {
            super(Audience.USER, login, client);
        }
    }

    @POST
    @Cancellable(false)
    @PermitAll
    @Operation(
            summary = "Sign in",
            description = "Gives a session, or a challenge when something more is needed. A wrong password, an unknown"
                    + " account, a disabled one and one of the other audience are answered alike and in the same time.")
    @APIResponse(
            responseCode = "201",
            description = "The session",
            content = @Content(schema = @Schema(implementation = SessionResponse.class)))
    @APIResponse(
            responseCode = "202",
            description = "Something more is needed",
            content = @Content(schema = @Schema(implementation = ChallengedResponse.class)))
    @APIResponse(responseCode = "401", description = "invalid-credentials")
    @APIResponse(
            responseCode = "422",
            description = "validation-failed, also for a password of more than 128 characters")
    @APIResponse(
            responseCode = "429",
            description =
                    "too-many-attempts: too many sign-ins failed from this place, for any account or for this one,"
                            + " whether or not it exists. Retry-After says how long to wait")
    @APIResponse(responseCode = "503", description = "overloaded: too many sign-ins at once")
    public Uni<Response> logIn(LoginRequest request) {
        LoginCommand command = request.toCommand(audience, new SessionClient(client.address(), client.userAgent()));
        return login.attempt(command).map(outcome -> response(outcome, command.transport()));
    }

    private static Response response(Login.Outcome outcome, Transport transport) {
        return switch (outcome) {
            case Login.Outcome.Granted granted ->
                Response.status(Response.Status.CREATED)
                        .entity(granted.grant().body(transport))
                        .header(
                                HttpHeaders.SET_COOKIE,
                                granted.grant().cookie(transport).orElse(null))
                        .build();
            case Login.Outcome.Challenged challenged ->
                Response.accepted(new ChallengedResponse(ChallengeResponse.of(challenged.challenge())))
                        .build();
            case Login.Outcome.Throttled throttled ->
                Problems.of(
                        ProblemType.TOO_MANY_ATTEMPTS,
                        "Too many sign-ins failed: try again later.",
                        throttled.retryAfter());
            case Login.Outcome.Refused refused ->
                Problems.of(ProblemType.INVALID_CREDENTIALS, "E-mail address or password is wrong.");
        };
    }

    @Schema(
            name = "LoginRequest",
            requiredProperties = {"email", "password"},
            examples =
                    "{\"email\": \"ada@helpdesk.example\", \"password\": \"a long phrase of her own\", \"transport\": \"cookie\"}")
    record LoginRequest(
            @Schema(examples = "ada@helpdesk.example") @Nullable
            String email,

            @Schema(
                    implementation = String.class,
                    description = "At most 128 characters",
                    examples = "a long phrase of her own")
            @Nullable
            Secret password,

            @Schema(description = "The settings decide whether it is granted", defaultValue = "false") @Nullable
            Boolean rememberMe,

            @Schema(
                    description = "Where the refresh token goes",
                    enumeration = {"body", "cookie"},
                    defaultValue = "body")
            @Nullable
            String transport) {
        private static final int LONGEST_EMAIL = 254;

        /** The command, or 422 with all violations. */
        LoginCommand toCommand(Audience audience, SessionClient client) {
            Violations violations = new Violations();
            String typed = LoginCommand.TypedEmail.stripped(email == null ? "" : email);
            violations.require(!typed.isBlank(), "email", "required", "must be given");
            violations.require(
                    typed.length() <= LONGEST_EMAIL,
                    "email",
                    "too-long",
                    "must have at most " + LONGEST_EMAIL + " characters");
            PasswordLimits.violations("password", password).forEach(violations::add);
            Optional<Transport> known = transport == null ? Optional.of(Transport.BODY) : Transport.named(transport);
            violations.require(known.isPresent(), "transport", "unknown-value", "must be body or cookie");
            violations.throwIfAny();
            return new LoginCommand(
                    audience,
                    client,
                    LoginCommand.TypedEmail.of(typed),
                    Objects.requireNonNull(password),
                    Boolean.TRUE.equals(rememberMe),
                    known.orElseThrow());
        }
    }
}
