package dev.gatehouse.auth.identity.profile;

import dev.gatehouse.auth.credential.password.PasswordRule;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.security.secret.Secret;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT {audience}/me/password}. */
@Schema(
        name = "PasswordChange",
        requiredProperties = {"currentPassword", "newPassword"})
record PasswordChangeRequest(
        @Schema(implementation = String.class, examples = "a long phrase of her own") @Nullable
        Secret currentPassword,

        @Schema(
                implementation = String.class,
                description = "15 to 128 characters, not the present one",
                examples = "another phrase, longer still")
        @Nullable
        Secret newPassword) {
    /** Both passwords; 422 with everything that is wrong with them. */
    Passwords parse() {
        Violations violations = new Violations();
        PasswordRule.limits("currentPassword", currentPassword).forEach(violations::add);
        PasswordRule.violations("newPassword", newPassword).forEach(violations::add);
        violations.require(
                newPassword == null || !Objects.equals(newPassword, currentPassword),
                "newPassword",
                "unchanged",
                "must be another password than the present one");
        violations.throwIfAny();
        return new Passwords(Objects.requireNonNull(currentPassword), Objects.requireNonNull(newPassword));
    }

    /** What is proven with and what is wished for. */
    record Passwords(Secret current, Secret wished) {}
}
