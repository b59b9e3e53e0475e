package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An administrator, with why and until when.
 *
 * @param grantedBy the account of who granted it; absent for the first administrator, whom an operator configured
 */
@Schema(name = "Admin")
record AdminView(
        UUID accountId,
        @Schema(examples = "ada@helpdesk.example") String email,
        @Schema(examples = "Ada Lovelace") String displayName,
        AccountStatus status,
        @Nullable Instant grantedAt,
        @Nullable UUID grantedBy,

        @Schema(examples = "Covers for Grace in July") @Nullable
        String reason,

        @Nullable Instant expiresAt,

        @Schema(description = "when they last did something that needed the right, in any service") @Nullable
        Instant lastAdminActionAt) {
    static AdminView of(Account account, @Nullable AdminRightRow right) {
        return new AdminView(
                account.id(),
                account.email(),
                account.displayName(),
                account.status(),
                right == null ? null : right.grantedAt,
                right == null ? null : right.grantedBy,
                right == null ? null : right.reason,
                right == null ? null : right.expiresAt,
                right == null ? null : right.lastActionAt);
    }
}
