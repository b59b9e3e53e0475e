package dev.gatehouse.auth.session.settings;

import dev.gatehouse.auth.session.lifetime.SessionSettings;
import dev.gatehouse.auth.session.lifetime.SessionSettings.RememberMe;
import dev.gatehouse.chassis.http.problem.Violations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The settings as an administrator sends them. Every field is optional here, so that all violations are reported. */
@Schema(name = "SessionSettingsRequest")
record SessionSettingsRequest(
        @Schema(examples = "PT1H", required = true, description = "PT1M to P400D, no longer than maxLifetime") @Nullable
        String idleTimeout,

        @Schema(examples = "PT12H", required = true, description = "PT1M to P400D") @Nullable
        String maxLifetime,

        @Schema(required = true) @Nullable RememberMeRequest rememberMe,

        @Schema(
                examples = "false",
                required = true,
                description = "Whether only a reported person keeps a session alive; otherwise every refresh does")
        @Nullable
        Boolean requireActivity,

        @Schema(examples = "10", required = true, description = "1 to 1000") @Nullable
        Integer maxPerAccount,

        @Schema(
                examples = "true",
                required = true,
                description = "Whether agents whom IP trust concerns prove an address that is not trusted when their"
                        + " session moves to it. Without effect for end users, whose addresses nobody verifies")
        @Nullable
        Boolean recheckAddress,

        @Schema(
                examples = "PT2M",
                description = "How long before a session ends its client should warn the person, less than idleTimeout;"
                        + " absent: two minutes, or half of idleTimeout where that is less")
        @Nullable
        String warnBefore) {
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(400);
    private static final Duration WARN_BEFORE = Duration.ofMinutes(2);
    private static final int MOST_SESSIONS = 1_000;

    /** Answers 422 with all violations. */
    SessionSettings toSettings() {
        Violations violations = new Violations();
        Optional<Duration> idle = duration(violations, idleTimeout, "idleTimeout", LEAST);
        Optional<Duration> longest = duration(violations, maxLifetime, "maxLifetime", LEAST);
        Optional<RememberMe> remember = rememberMe(violations);
        requireOthers(violations);
        longest.ifPresent(most -> requireWithin(violations, most, idle, remember));
        Duration warning = warning(violations, idle.orElse(MOST));
        violations.throwIfAny();
        return new SessionSettings(
                idle.orElseThrow(),
                longest.orElseThrow(),
                remember.orElseThrow(),
                Objects.requireNonNull(requireActivity),
                Objects.requireNonNull(recheckAddress),
                Objects.requireNonNull(maxPerAccount),
                warning);
    }

    private void requireOthers(Violations violations) {
        require(violations, requireActivity, "requireActivity");
        require(violations, recheckAddress, "recheckAddress");
        require(violations, maxPerAccount, "maxPerAccount");
        violations.require(
                maxPerAccount == null || (maxPerAccount >= 1 && maxPerAccount <= MOST_SESSIONS),
                "maxPerAccount",
                "out-of-range",
                "must be between 1 and " + MOST_SESSIONS);
    }

    /** A clock that never ends a session, or ends a remembered one before any other, is a mistake. */
    private static void requireWithin(
            Violations violations, Duration longest, Optional<Duration> idle, Optional<RememberMe> remember) {
        violations.require(
                idle.filter(time -> time.compareTo(longest) > 0).isEmpty(),
                "idleTimeout",
                "out-of-range",
                "must not be longer than maxLifetime");
        violations.require(
                remember.filter(of -> of.allowed() && of.lifetime().compareTo(longest) < 0)
                        .isEmpty(),
                "rememberMe.lifetime",
                "out-of-range",
                "must not be shorter than maxLifetime");
    }

    private Optional<RememberMe> rememberMe(Violations violations) {
        require(violations, rememberMe, "rememberMe");
        if (rememberMe == null) {
            return Optional.empty();
        }
        require(violations, rememberMe.allowed, "rememberMe.allowed");
        Optional<Duration> lifetime = duration(violations, rememberMe.lifetime, "rememberMe.lifetime", LEAST);
        Boolean allowed = rememberMe.allowed;
        return allowed == null ? Optional.empty() : lifetime.map(of -> new RememberMe(allowed, of));
    }

    private Duration warning(Violations violations, Duration idle) {
        if (warnBefore == null) {
            Duration half = idle.dividedBy(2).truncatedTo(ChronoUnit.SECONDS);
            return half.compareTo(WARN_BEFORE) < 0 ? half : WARN_BEFORE;
        }
        Duration warning =
                duration(violations, warnBefore, "warnBefore", Duration.ZERO).orElse(Duration.ZERO);
        violations.require(
                warning.compareTo(idle) < 0, "warnBefore", "out-of-range", "must be shorter than idleTimeout");
        return warning;
    }

    private static Optional<Duration> duration(
            Violations violations, @Nullable String text, String field, Duration least) {
        Optional<Duration> parsed = parse(text)
                .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(MOST) <= 0)
                .filter(duration -> duration.equals(duration.truncatedTo(ChronoUnit.SECONDS)));
        require(violations, text, field);
        violations.require(
                text == null || parsed.isPresent(), field, "invalid", "must be a duration from " + least + " to P400D");
        return parsed;
    }

    private static Optional<Duration> parse(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Duration.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static void require(Violations violations, @Nullable Object value, String field) {
        violations.require(value != null, field, "required", "must be there");
    }

    /** Sessions that outlive the browser. */
    @Schema(name = "RememberMeRequest")
    record RememberMeRequest(
            @Schema(examples = "true", required = true, description = "Whether a client may ask to be remembered")
            @Nullable
            Boolean allowed,

            @Schema(
                    examples = "P30D",
                    required = true,
                    description = "PT1M to P400D, and no shorter than maxLifetime where it is allowed")
            @Nullable
            String lifetime) {}
}
