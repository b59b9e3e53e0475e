package dev.gatehouse.iptrust.settings;

import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.contracts.state.IpTrustScope;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The settings in JSON; what is sent is read leniently and judged field by field, so that every mistake is told at
 * once.
 */
@Schema(name = "IpTrustSettings")
record SettingsBody(
        @Schema(examples = "true", required = true) @Nullable
        Boolean enabled,

        @Schema(
                examples = "all_agents",
                enumeration = {"all_agents", "admins_only"},
                required = true)
        @Nullable
        String scope,

        @Schema(examples = "P30D", description = "P1D to P2Y", required = true) @Nullable
        String trustDuration,

        @Schema(examples = "PT15M", description = "PT1M to PT24H", required = true) @Nullable
        String verificationLifetime,

        @Schema(
                examples = "number",
                enumeration = {"number", "same_address"},
                required = true)
        @Nullable
        String confirmation,

        @Schema(examples = "64", minimum = "48", maximum = "128", required = true) @Nullable
        Integer ipv6PrefixLength) {
    private static final Duration SHORTEST_VERIFICATION = Duration.ofMinutes(1);
    private static final Duration LONGEST_VERIFICATION = Duration.ofHours(24);
    private static final int WIDEST_IPV6_PREFIX = 48;
    private static final int NARROWEST_IPV6_PREFIX = 128;

    static SettingsBody of(IpTrustSettings settings) {
        return new SettingsBody(
                settings.enabled(),
                settings.scope().toString(),
                settings.trustDuration().toString(),
                settings.verificationLifetime().toString(),
                settings.confirmation().toString(),
                settings.ipv6PrefixLength());
    }

    /** The settings, or 422 with everything that is wrong with them. */
    IpTrustSettings settings() {
        Violations violations = new Violations();
        Optional<IpTrustScope> wantedScope = oneOf(IpTrustScope.values(), scope);
        Optional<TrustDuration> trust = Optional.ofNullable(trustDuration).flatMap(TrustDuration::parse);
        Optional<Duration> lifetime = duration(verificationLifetime).filter(SettingsBody::withinLimits);
        Optional<Confirmation> wantedConfirmation = oneOf(Confirmation.values(), confirmation);
        requirePresence(violations);
        requireIfGiven(violations, scope, wantedScope, "scope", names(IpTrustScope.values()));
        requireIfGiven(violations, trustDuration, trust, "trustDuration", "a duration from P1D to P2Y");
        requireIfGiven(
                violations, verificationLifetime, lifetime, "verificationLifetime", "a duration from PT1M to PT24H");
        requireIfGiven(violations, confirmation, wantedConfirmation, "confirmation", names(Confirmation.values()));
        violations.require(
                ipv6PrefixLength == null || prefixWithinLimits(ipv6PrefixLength),
                "ipv6PrefixLength",
                "out-of-range",
                "must be between 48 and 128");
        violations.throwIfAny();
        return new IpTrustSettings(
                Objects.requireNonNull(enabled),
                wantedScope.orElseThrow(),
                trust.orElseThrow(),
                lifetime.orElseThrow(),
                wantedConfirmation.orElseThrow(),
                Objects.requireNonNull(ipv6PrefixLength));
    }

    private void requirePresence(Violations violations) {
        requirePresent(violations, enabled, "enabled");
        requirePresent(violations, scope, "scope");
        requirePresent(violations, trustDuration, "trustDuration");
        requirePresent(violations, verificationLifetime, "verificationLifetime");
        requirePresent(violations, confirmation, "confirmation");
        requirePresent(violations, ipv6PrefixLength, "ipv6PrefixLength");
    }

    private static void requirePresent(Violations violations, @Nullable Object value, String field) {
        violations.require(value != null, field, "required", "must be there");
    }

    private static void requireIfGiven(
            Violations violations, @Nullable String given, Optional<?> understood, String field, String wanted) {
        violations.require(given == null || understood.isPresent(), field, "invalid", "must be " + wanted);
    }

    private static <E extends Enum<E>> Optional<E> oneOf(E[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(value -> value.toString().equals(name))
                .findFirst();
    }

    private static <E extends Enum<E>> String names(E[] values) {
        return Arrays.stream(values).map(Enum::toString).collect(Collectors.joining(" or "));
    }

    private static Optional<Duration> duration(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean withinLimits(Duration lifetime) {
        return lifetime.compareTo(SHORTEST_VERIFICATION) >= 0
                && lifetime.compareTo(LONGEST_VERIFICATION) <= 0
                && lifetime.equals(lifetime.truncatedTo(ChronoUnit.SECONDS));
    }

    private static boolean prefixWithinLimits(int length) {
        return length >= WIDEST_IPV6_PREFIX && length <= NARROWEST_IPV6_PREFIX;
    }
}
