package dev.gatehouse.auth.identity.profile;

import dev.gatehouse.auth.identity.account.AccountChanges;
import dev.gatehouse.auth.identity.account.AccountText;
import dev.gatehouse.chassis.http.problem.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code PATCH {audience}/me}; what is absent or null stays as it is. */
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
