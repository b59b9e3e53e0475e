package dev.gatehouse.auth.login.limit;

import dev.gatehouse.chassis.http.problem.Violations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The limits as an administrator sends them. Every field is optional here, so that all violations are reported. */
@Schema(name = "RateLimitSettingsRequest")
record LimitSettingsRequest(
        @Schema(examples = "true", required = true, description = "Without limits nothing is counted either") @Nullable
        Boolean enabled,

        @Schema(required = true) @Nullable RuleRequest perAccount,

        @Schema(required = true) @Nullable RuleRequest perAddress) {
    private static final Duration LEAST_WINDOW = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(1);

    /** Answers 422 with all violations. */
    LimitSettings toSettings() {
        Violations violations = new Violations();
        violations.require(enabled != null, "enabled", "required", "must be there");
        Optional<LimitSettings.Rule> account = rule(violations, perAccount, "perAccount", 3, 100);
        Optional<LimitSettings.Rule> address = rule(violations, perAddress, "perAddress", 5, 10_000);
        violations.throwIfAny();
        return new LimitSettings(Objects.requireNonNull(enabled), account.orElseThrow(), address.orElseThrow(), 0);
    }

    private static Optional<LimitSettings.Rule> rule(
            Violations violations, @Nullable RuleRequest sent, String field, int least, int most) {
        violations.require(sent != null, field, "required", "must be there");
        return Optional.ofNullable(sent).flatMap(rule -> rule.toRule(violations, field, least, most));
    }

    private static Optional<Duration> duration(
            Violations violations, @Nullable String text, String field, Duration least) {
        Optional<Duration> parsed = parse(text)
                .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(MOST) <= 0)
                .filter(duration -> duration.equals(duration.truncatedTo(ChronoUnit.SECONDS)));
        violations.require(text != null, field, "required", "must be there");
        violations.require(
                text == null || parsed.isPresent(), field, "invalid", "must be a duration from " + least + " to P1D");
        return parsed;
    }

    private static Optional<Duration> parse(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Duration.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** One limit. */
    @Schema(name = "RateLimitRuleRequest")
    record RuleRequest(
            @Schema(
                    examples = "5",
                    required = true,
                    description = "The failure that begins a lock: 3 to 100 for an account, 5 to 10000 for an address")
            @Nullable
            Integer failures,

            @Schema(
                    examples = "PT1H",
                    required = true,
                    description = "PT1M to P1D: the time in which half of the failures are forgotten")
            @Nullable
            String window,

            @Schema(
                    examples = "PT1H",
                    required = true,
                    description =
                            "PT30S to P1D: the longest lock. The first one takes 30 seconds, every further one twice"
                                    + " as long as the one before")
            @Nullable
            String lock) {
        private Optional<LimitSettings.Rule> toRule(Violations violations, String field, int least, int most) {
            violations.require(failures != null, field + ".failures", "required", "must be there");
            violations.require(
                    failures == null || (failures >= least && failures <= most),
                    field + ".failures",
                    "out-of-range",
                    "must be between " + least + " and " + most);
            Optional<Duration> within = duration(violations, window, field + ".window", LEAST_WINDOW);
            Optional<Duration> longest = duration(violations, lock, field + ".lock", LimitSettings.Rule.FIRST_LOCK);
            return failures == null || within.isEmpty() || longest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new LimitSettings.Rule(failures, within.get(), longest.get()));
        }
    }
}
