package dev.gatehouse.auth.identity.accountimport;

import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.account.BulkAccounts;
import dev.gatehouse.auth.identity.account.NewAccountFields;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the body of {@code POST /admin/api/v1/accounts/import}. */
@Schema(
        name = "AccountImportRequest",
        description = "One account, on one line of at most 16 KiB",
        requiredProperties = {"email", "displayName", "kind"})
record ImportRequest(
        @Schema(examples = "ada@helpdesk.example") @Nullable String email,
        @Schema(examples = "Ada Lovelace") @Nullable String displayName,
        @Nullable AccountKind kind,

        @Schema(description = "BCP 47; default en", examples = "en-GB") @Nullable
        String locale,

        @Schema(description = "IANA name; default UTC", examples = "Europe/London") @Nullable
        String timeZone,

        @Schema(
                implementation = String.class,
                description =
                        "bcrypt ($2a$, $2b$, $2y$; cost 4 to 14), PBKDF2 (Django's or the modular format; up to 2,000,000"
                                + " rounds), Argon2 (PHC string; up to 64 MiB) or phpass ($P$, $H$); if absent, an invitation is mailed",
                examples = "$2b$12$abcdefghijklmnopqrstuuO8n3VQ2m5cV0fJm0d0m1b5ZrYyS3xzG")
        @Nullable
        Secret passwordHash)
        implements NewAccountFields {
    /** Throws 422 with all violations. */
    BulkAccounts.Imported toImported() {
        Violations violations = new Violations();
        Optional<Accounts.Opening> opening = opening(violations);
        Optional<StoredPassword> password =
                Optional.ofNullable(passwordHash).flatMap(hash -> PasswordHashing.takeOver(hash.reveal()));
        violations.require(
                passwordHash == null || password.isPresent(),
                "passwordHash",
                "invalid",
                "must be a hash of bcrypt, PBKDF2, Argon2 or phpass, within the bounds of its cost");
        violations.throwIfAny();
        return new BulkAccounts.Imported(opening.orElseThrow(), password.orElse(null));
    }

    /** What decides whether two lines are the same. */
    List<@Nullable String> parts() {
        return parts(passwordHash);
    }
}
