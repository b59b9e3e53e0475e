package dev.gatehouse.auth.identity.account;

import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.chassis.mail.address.EmailAddress;
import dev.gatehouse.contracts.identity.AccountKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request says of a new account besides its password, as it was read; the language is English by default. */
public record NewAccountFields(
        @Nullable String email,
        @Nullable String displayName,
        @Nullable AccountKind kind,
        @Nullable String locale,
        @Nullable String timeZone) {
    private static final String DEFAULT_LOCALE = "en";
    private static final String DEFAULT_TIME_ZONE = "UTC";

    /** The account without a password; empty if the e-mail address or the kind breaks a rule. Every rule is judged. */
    public Optional<Accounts.Opening> opening(Violations violations) {
        Optional<EmailAddress> address = AccountText.email(email, violations);
        violations.require(displayName != null, "displayName", "required", "must be given");
        violations.require(kind != null, "kind", "required", "must be given");
        String name = displayName == null ? "" : AccountText.displayName(displayName, violations);
        String language = AccountText.locale(Objects.requireNonNullElse(locale, DEFAULT_LOCALE), violations);
        String zone = AccountText.timeZone(Objects.requireNonNullElse(timeZone, DEFAULT_TIME_ZONE), violations);
        AccountKind known = kind;
        return known == null
                ? Optional.empty()
                : address.map(one -> new Accounts.Opening(known, one, name, language, zone, null));
    }

    /** The values that decide, with this secret, whether two requests are the same. */
    public List<@Nullable String> parts(@Nullable String secret) {
        return Arrays.asList(email, displayName, kind == null ? null : kind.toString(), locale, timeZone, secret);
    }
}
