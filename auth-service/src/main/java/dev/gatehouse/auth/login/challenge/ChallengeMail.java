package dev.gatehouse.auth.login.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gatehouse.auth.login.iptrust.PendingChallenges.MailState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The mail that a client waits for.
 *
 * @param resendAt when a mail that a limit withheld would be sent, by a new login
 * @param reason why it was withheld or failed
 */
@Schema(name = "ChallengeMail")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChallengeMail(
        @Schema(implementation = String.class, examples = "queued")
        MailState state,

        @Nullable Instant resendAt,
        @Schema(examples = "too_many_mails") @Nullable String reason) {
    /** ip-trust-service has not said otherwise yet. */
    static final ChallengeMail QUEUED = new ChallengeMail(MailState.QUEUED, null, null);

    /** Whether the client waits for nothing. */
    boolean isMissing() {
        return switch (state) {
            case QUEUED, SENT -> false;
            case WITHHELD, FAILED -> true;
        };
    }
}
