package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.PasswordRule;
import dev.gatehouse.auth.login.challenge.ChallengeClient;
import dev.gatehouse.auth.token.Transport;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.security.secret.Secret;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of a sign-in. */
@Schema(
        name = "LoginRequest",
        requiredProperties = {"email", "password"},
        examples =
                "{\"email\": \"ada@helpdesk.example\", \"password\": \"a long phrase of her own\", \"transport\": \"cookie\"}")
record LoginRequest(
        @Schema(examples = "ada@helpdesk.example") @Nullable String email,

        @Schema(
                implementation = String.class,
                description = "At most 128 characters",
                examples = "a long phrase of her own")
        @Nullable
        Secret password,

        @Schema(description = "A wish: the settings decide whether it is granted", defaultValue = "false") @Nullable
        Boolean rememberMe,

        @Schema(
                description = "Where the refresh token goes",
                enumeration = {"body", "cookie"},
                defaultValue = "body")
        @Nullable
        String transport) {
    private static final int LONGEST_EMAIL = 254;

    /** The command, or 422 with all that is wrong. */
    LoginCommand command(ChallengeClient client) {
        Violations violations = new Violations();
        String typed = email == null ? "" : email;
        violations.require(!typed.isBlank(), "email", "required", "must be given");
        violations.require(
                typed.length() <= LONGEST_EMAIL,
                "email",
                "too-long",
                "must have at most " + LONGEST_EMAIL + " characters");
        PasswordRule.limits("password", password).forEach(violations::add);
        Optional<Transport> known = transport == null ? Optional.of(Transport.BODY) : Transport.named(transport);
        violations.require(known.isPresent(), "transport", "unknown-value", "must be body or cookie");
        violations.throwIfAny();
        return new LoginCommand(
                client,
                LoginCommand.TypedEmail.of(typed),
                Objects.requireNonNull(password),
                Boolean.TRUE.equals(rememberMe),
                known.orElseThrow());
    }
}
