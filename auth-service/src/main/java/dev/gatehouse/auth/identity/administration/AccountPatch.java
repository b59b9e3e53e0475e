package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.auth.identity.account.AccountChanges;
import dev.gatehouse.auth.identity.account.AccountText;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.contracts.identity.AccountStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH /admin/api/v1/accounts/{id}}; what is absent or null stays as it is. */
@Schema(name = "AccountPatch")
record AccountPatch(
        @Schema(examples = "Ada King") @Nullable String displayName,
        @Schema(examples = "en-GB") @Nullable String locale,
        @Schema(examples = "Europe/London") @Nullable String timeZone,

        @Schema(description = "active or disabled; disabling ends every session") @Nullable
        AccountStatus status) {
    /** The edit; 422 with everything that is wrong with it. */
    AccountChanges.Edit parse() {
        Violations violations = new Violations();
        violations.require(
                status == null || status == AccountStatus.ACTIVE || status == AccountStatus.DISABLED,
                "status",
                "invalid",
                "must be active or disabled");
        AccountChanges.Edit edit = new AccountChanges.Edit(
                displayName == null ? null : AccountText.displayName(displayName, violations),
                locale == null ? null : AccountText.locale(locale, violations),
                timeZone == null ? null : AccountText.timeZone(timeZone, violations),
                status);
        violations.throwIfAny();
        return edit;
    }
}
