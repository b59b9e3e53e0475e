package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.auth.identity.account.AccountText;
import dev.gatehouse.chassis.http.problem.Violations;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code PUT /admin/api/v1/accounts/{id}/admin}. */
@Schema(
        name = "AdminRightRequest",
        requiredProperties = {"admin", "reason"})
record AdminRightRequest(
        @Schema(examples = "true") @Nullable Boolean admin,

        @Schema(examples = "Covers for Grace in July") @Nullable
        String reason,

        @Schema(
                description = "when the right ends by itself; only with admin=true",
                examples = "2027-08-01T00:00:00.000Z")
        @Nullable
        Instant expiresAt) {
    /** Throws 422 with all violations. */
    AdminRightCommand toCommand(Instant now) {
        Violations violations = new Violations();
        violations.require(admin != null, "admin", "required", "must be given");
        String text = AccountText.reason(reason, violations);
        violations.require(
                expiresAt == null || expiresAt.isAfter(now), "expiresAt", "in-the-past", "must be in the future");
        violations.require(
                expiresAt == null || !Boolean.FALSE.equals(admin),
                "expiresAt",
                "not-applicable",
                "only a right that is granted has an end");
        violations.throwIfAny();
        return Objects.requireNonNull(admin)
                ? new AdminRightCommand.Grant(text, end())
                : new AdminRightCommand.Withdraw(text);
    }

    /** In the precision of the column. */
    private @Nullable Instant end() {
        return expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
