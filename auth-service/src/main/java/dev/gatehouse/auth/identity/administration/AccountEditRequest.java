package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.identity.account.AccountChanges.EditCommand;
import dev.gatehouse.auth.identity.account.AccountText;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.contracts.identity.AccountStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH /admin/api/v1/accounts/{id}}; an absent or null property stays as it is. */
@Schema(name = "AccountEditRequest")
record AccountEditRequest(
        @Schema(examples = "Ada King") @Nullable String displayName,
        @Schema(examples = "en-GB") @Nullable String locale,
        @Schema(examples = "Europe/London") @Nullable String timeZone,

        @Schema(description = "active or disabled; disabling ends every session") @Nullable
        AccountStatus status) {
    /** Throws 422 with all violations. */
    EditCommand toCommand() {
        Violations violations = new Violations();
        violations.require(
                status == null || status == AccountStatus.ACTIVE || status == AccountStatus.DISABLED,
                "status",
                "invalid",
                "must be active or disabled");
        EditCommand command = new EditCommand(
                displayName == null ? null : AccountText.displayName(displayName, violations),
                locale == null ? null : AccountText.locale(locale, violations),
                timeZone == null ? null : AccountText.timeZone(timeZone, violations),
                status);
        violations.throwIfAny();
        return command;
    }
}
