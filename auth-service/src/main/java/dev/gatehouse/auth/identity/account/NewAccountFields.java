package dev.gatehouse.auth.identity.account;

import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.mail.address.EmailAddress;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.identity.AccountKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request for a new account, besides its password. */
public interface NewAccountFields {
    /** As it was entered. */
    @Nullable
    String email();

    /** As it was entered. */
    @Nullable
    String displayName();

    /** Of an agent or of an end user. */
    @Nullable
    AccountKind kind();

    /** English by default. */
    @Nullable
    String locale();

    /** UTC by default. */
    @Nullable
    String timeZone();

    /** The account without a password; empty if the e-mail address or the kind breaks a rule. Every rule is judged. */
    default Optional<Accounts.Opening> opening(Violations violations) {
        Optional<EmailAddress> address = AccountText.email(email(), violations);
        String entered = displayName();
        AccountKind kind = kind();
        violations.require(entered != null, "displayName", "required", "must be given");
        violations.require(kind != null, "kind", "required", "must be given");
        String name = entered == null ? "" : AccountText.displayName(entered, violations);
        String language = AccountText.locale(Objects.requireNonNullElse(locale(), "en"), violations);
        String zone = AccountText.timeZone(Objects.requireNonNullElse(timeZone(), "UTC"), violations);
        return kind == null
                ? Optional.empty()
                : address.map(one -> new Accounts.Opening(kind, one, name, language, zone, null));
    }

    /** The values that decide, with this secret, whether two requests are the same. */
    default List<@Nullable String> parts(@Nullable Secret secret) {
        AccountKind kind = kind();
        return Arrays.asList(
                email(),
                displayName(),
                kind == null ? null : kind.toString(),
                locale(),
                timeZone(),
                secret == null ? null : secret.reveal());
    }
}
