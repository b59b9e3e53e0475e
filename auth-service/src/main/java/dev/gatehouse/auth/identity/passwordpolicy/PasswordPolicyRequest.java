package dev.gatehouse.auth.identity.passwordpolicy;

import dev.gatehouse.auth.credential.policy.PasswordLimits;
import dev.gatehouse.auth.credential.policy.PasswordPolicy;
import dev.gatehouse.auth.credential.policy.PasswordPolicy.Mixture;
import dev.gatehouse.auth.credential.policy.PasswordPolicy.Preset;
import dev.gatehouse.chassis.http.problem.Violations;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A password policy as an administrator sends it. With a preset the rules may be left out; given ones must be those of
 * the preset. With {@code custom} all are needed but {@code maxAge}, which null or absent switches off.
 */
@Schema(name = "PasswordPolicyRequest", requiredProperties = "preset")
record PasswordPolicyRequest(
        @Schema(
                enumeration = {"modern", "classic", "custom"},
                examples = "custom")
        @Nullable
        String preset,

        @Schema(minimum = "8", maximum = "64", examples = "14") @Nullable
        Integer minLength,

        @Schema(examples = "false") @Nullable Boolean requireLowercase,
        @Schema(examples = "false") @Nullable Boolean requireUppercase,
        @Schema(examples = "true") @Nullable Boolean requireDigit,
        @Schema(examples = "false") @Nullable Boolean requireSymbol,

        @Schema(description = "P1D to P3650D; null: passwords do not age", examples = "P180D") @Nullable
        String maxAge,

        @Schema(
                description = "How many passwords, the present one included, are not accepted again",
                minimum = "0",
                maximum = "24",
                examples = "5")
        @Nullable
        Integer history,

        @Schema(examples = "true") @Nullable Boolean blockCommon,
        @Schema(examples = "true") @Nullable Boolean blockPersonal,

        @Schema(description = "0 (any) to 4 (very hard to guess)", minimum = "0", maximum = "4", examples = "3")
        @Nullable
        Integer minStrength) {
    private static final int SHORTEST = 8;
    private static final int LONGEST = PasswordLimits.MAX_LENGTH / 2;
    private static final int MOST_HISTORY = 24;
    private static final int MOST_STRENGTH = 4;
    private static final int MOST_DAYS = 3650;

    /** Throws 422 with all violations. */
    PasswordPolicy toPolicy() {
        Violations violations = new Violations();
        Optional<Preset> named = Arrays.stream(Preset.values())
                .filter(value -> value.toString().equals(preset))
                .findFirst();
        violations.require(named.isPresent(), "preset", "invalid", "must be modern, classic or custom");
        requireBounds(violations);
        Optional<Duration> age = age(violations);
        named.filter(Preset.CUSTOM::equals).ifPresent(custom -> requireAll(violations));
        violations.throwIfAny();
        return switch (named.orElseThrow()) {
            case MODERN -> same(PasswordPolicy.MODERN, age, violations);
            case CLASSIC -> same(PasswordPolicy.CLASSIC, age, violations);
            case CUSTOM -> custom(age.orElse(null));
        };
    }

    private PasswordPolicy custom(@Nullable Duration age) {
        return new PasswordPolicy(
                Preset.CUSTOM,
                Objects.requireNonNull(minLength),
                new Mixture(
                        Boolean.TRUE.equals(requireLowercase),
                        Boolean.TRUE.equals(requireUppercase),
                        Boolean.TRUE.equals(requireDigit),
                        Boolean.TRUE.equals(requireSymbol)),
                age,
                Objects.requireNonNull(history),
                Boolean.TRUE.equals(blockCommon),
                Boolean.TRUE.equals(blockPersonal),
                Objects.requireNonNull(minStrength));
    }

    /** A rule beside a preset that says something else would be ignored; it is an error instead. */
    private PasswordPolicy same(PasswordPolicy policy, Optional<Duration> age, Violations violations) {
        requireSame(violations, "minLength", minLength, policy.minLength());
        requireSame(
                violations,
                "requireLowercase",
                requireLowercase,
                policy.mixture().lowercase());
        requireSame(
                violations,
                "requireUppercase",
                requireUppercase,
                policy.mixture().uppercase());
        requireSame(violations, "requireDigit", requireDigit, policy.mixture().digit());
        requireSame(violations, "requireSymbol", requireSymbol, policy.mixture().symbol());
        requireSame(violations, "maxAge", age.orElse(null), policy.maxAge());
        requireSame(violations, "history", history, policy.history());
        requireSame(violations, "blockCommon", blockCommon, policy.blockCommon());
        requireSame(violations, "blockPersonal", blockPersonal, policy.blockPersonal());
        requireSame(violations, "minStrength", minStrength, policy.minStrength());
        violations.throwIfAny();
        return policy;
    }

    private static void requireSame(Violations violations, String field, @Nullable Object sent, @Nullable Object own) {
        violations.require(
                sent == null || sent.equals(own),
                field,
                "not-of-preset",
                "is another value in this preset: leave it out, or choose custom");
    }

    private void requireAll(Violations violations) {
        requirePresent(violations, "minLength", minLength);
        requirePresent(violations, "requireLowercase", requireLowercase);
        requirePresent(violations, "requireUppercase", requireUppercase);
        requirePresent(violations, "requireDigit", requireDigit);
        requirePresent(violations, "requireSymbol", requireSymbol);
        requirePresent(violations, "history", history);
        requirePresent(violations, "blockCommon", blockCommon);
        requirePresent(violations, "blockPersonal", blockPersonal);
        requirePresent(violations, "minStrength", minStrength);
    }

    private static void requirePresent(Violations violations, String field, @Nullable Object value) {
        violations.require(value != null, field, "required", "must be given with custom");
    }

    private void requireBounds(Violations violations) {
        requireWithin(violations, "minLength", minLength, SHORTEST, LONGEST);
        requireWithin(violations, "history", history, 0, MOST_HISTORY);
        requireWithin(violations, "minStrength", minStrength, 0, MOST_STRENGTH);
    }

    private static void requireWithin(
            Violations violations, String field, @Nullable Integer value, int least, int most) {
        violations.require(
                value == null || (value >= least && value <= most),
                field,
                "out-of-range",
                "must be between " + least + " and " + most);
    }

    private Optional<Duration> age(Violations violations) {
        Optional<Duration> parsed = parsed(maxAge)
                .filter(age ->
                        age.equals(Duration.ofDays(age.toDays())) && age.toDays() >= 1 && age.toDays() <= MOST_DAYS);
        violations.require(
                maxAge == null || parsed.isPresent(),
                "maxAge",
                "invalid",
                "must be whole days from P1D to P" + MOST_DAYS + "D");
        return parsed;
    }

    private static Optional<Duration> parsed(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Duration.parse(text));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
