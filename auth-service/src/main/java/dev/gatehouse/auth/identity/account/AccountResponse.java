package dev.gatehouse.auth.identity.account;

import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account in the API; its version is the entity tag. */
@Schema(name = "Account", description = "An account; an erased one has neither e-mail address nor name")
public record AccountResponse(
        @Schema(examples = "0199c0de-0000-7000-8000-000000000001")
        UUID id,

        AccountKind kind,
        @Schema(examples = "ada@helpdesk.example") @Nullable String email,
        @Schema(examples = "Ada Lovelace") @Nullable String displayName,
        @Schema(examples = "en-GB") String locale,
        @Schema(examples = "Europe/London") String timeZone,
        boolean admin,
        AccountStatus status,
        Instant createdAt,
        @Nullable Instant lastLoginAt,
        @Nullable Instant passwordChangedAt,

        @Schema(description = "whether it gets no session before it has a new password")
        boolean passwordChangeRequired,

        @Schema(
                implementation = String.class,
                description = "of an invited account: queued, sent or failed",
                examples = "sent")
        Account.@Nullable InvitationState invitationMail,

        List<String> secondFactors) {
    /** Copies. */
    public AccountResponse {
        secondFactors = List.copyOf(secondFactors);
    }

    /** Maps an account. */
    public static AccountResponse of(Account account) {
        boolean erased = account.status() == AccountStatus.ERASED;
        return new AccountResponse(
                account.id(),
                account.kind(),
                erased ? null : account.email(),
                erased ? null : account.displayName(),
                account.locale(),
                account.timeZone(),
                account.admin(),
                account.status(),
                account.createdAt(),
                account.lastLoginAt(),
                account.passwordChangedAt(),
                account.passwordChange() != null,
                account.invitationMail(),
                List.of());
    }
}
