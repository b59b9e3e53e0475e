package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.credential.policy.PasswordLimits;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.account.NewAccountFields;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /admin/api/v1/accounts}. */
@Schema(
        name = "NewAccount",
        requiredProperties = {"email", "displayName", "kind"})
record NewAccountRequest(
        @Schema(examples = "ada@helpdesk.example") @Nullable String email,
        @Schema(examples = "Ada Lovelace") @Nullable String displayName,
        @Nullable AccountKind kind,

        @Schema(description = "BCP 47; default en", examples = "en-GB") @Nullable
        String locale,

        @Schema(description = "IANA name; default UTC", examples = "Europe/London") @Nullable
        String timeZone,

        @Schema(
                implementation = String.class,
                description = "As the password policy of this kind of account says; if absent, an invitation is mailed",
                examples = "a long phrase of her own")
        @Nullable
        Secret password)
        implements NewAccountFields {
    /** Throws 422 with all violations. */
    NewAccountCommand toCommand() {
        Violations violations = new Violations();
        Optional<Accounts.Opening> opening = opening(violations);
        if (password != null) {
            PasswordLimits.violations("password", password).forEach(violations::add);
        }
        violations.throwIfAny();
        return new NewAccountCommand(opening.orElseThrow(), password);
    }

    /** The values that decide whether two requests with one Idempotency-Key are the same. */
    List<@Nullable String> parts() {
        return parts(password);
    }
}
