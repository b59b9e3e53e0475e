package dev.gatehouse.auth.profile;

import dev.gatehouse.auth.account.AccountChanges;
import dev.gatehouse.auth.account.AccountText;
import dev.gatehouse.chassis.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH {door}/me}; what is absent or null stays as it is. */
@Schema(name = "ProfilePatch")
record ProfilePatch(
        @Schema(examples = "Ada King") @Nullable String displayName,
        @Schema(examples = "en-GB") @Nullable String locale,
        @Schema(examples = "Europe/London") @Nullable String timeZone) {
    /** The edit; 422 with everything that is wrong with it. */
    AccountChanges.Edit parse() {
        Violations violations = new Violations();
        AccountChanges.Edit edit = new AccountChanges.Edit(
                displayName == null ? null : AccountText.displayName(displayName, violations),
                locale == null ? null : AccountText.locale(locale, violations),
                timeZone == null ? null : AccountText.timeZone(timeZone, violations),
                null);
        violations.throwIfAny();
        return edit;
    }
}
