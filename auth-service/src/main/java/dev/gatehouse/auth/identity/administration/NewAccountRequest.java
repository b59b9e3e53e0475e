package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.credential.policy.PasswordLimits;
import dev.gatehouse.auth.identity.account.AccountEmail;
import dev.gatehouse.auth.identity.account.AccountText;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
        Secret password) {
    private static final String DEFAULT_LOCALE = "en";
    private static final String DEFAULT_TIME_ZONE = "UTC";

    /** Throws 422 with all violations. */
    NewAccountCommand toCommand() {
        Violations violations = new Violations();
        Optional<AccountEmail> address = AccountText.email(email, violations);
        violations.require(displayName != null, "displayName", "required", "must be given");
        violations.require(kind != null, "kind", "required", "must be given");
        String name = displayName == null ? "" : AccountText.displayName(displayName, violations);
        String language = AccountText.locale(locale == null ? DEFAULT_LOCALE : locale, violations);
        String zone = AccountText.timeZone(timeZone == null ? DEFAULT_TIME_ZONE : timeZone, violations);
        if (password != null) {
            PasswordLimits.violations("password", password).forEach(violations::add);
        }
        violations.throwIfAny();
        return new NewAccountCommand(
                address.orElseThrow(), name, Objects.requireNonNull(kind), language, zone, password);
    }

    /** The values that decide whether two requests with one Idempotency-Key are the same. */
    List<@Nullable String> parts() {
        return Arrays.asList(
                email,
                displayName,
                kind == null ? null : kind.toString(),
                locale,
                timeZone,
                password == null ? null : password.reveal());
    }
}
