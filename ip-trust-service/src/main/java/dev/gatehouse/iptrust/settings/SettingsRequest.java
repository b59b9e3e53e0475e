package dev.gatehouse.iptrust.settings;

import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.contracts.state.IpTrustScope;
import dev.gatehouse.iptrust.settings.SettingsChange.SettingsCommand;
import dev.gatehouse.iptrust.trustedaddress.TrustedAddresses;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The settings as an administrator sends them. Every field is optional here, so that all violations are reported. */
@Schema(name = "IpTrustSettingsRequest")
record SettingsRequest(
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
    private static final Duration MIN_VERIFICATION_LIFETIME = Duration.ofMinutes(1);
    private static final Duration MAX_VERIFICATION_LIFETIME = Duration.ofHours(24);
    private static final int MIN_IPV6_PREFIX = TrustedAddresses.SHORTEST_IPV6_PREFIX;
    private static final int MAX_IPV6_PREFIX = 128;

    /** Answers 422 with all violations. */
    SettingsCommand toCommand(IfMatch base, UUID adminId) {
        Violations violations = new Violations();
        Optional<IpTrustScope> parsedScope = oneOf(IpTrustScope.values(), scope);
        Optional<TrustDuration> trust = Optional.ofNullable(trustDuration).flatMap(TrustDuration::parse);
        Optional<Duration> lifetime = duration(verificationLifetime).filter(SettingsRequest::withinLimits);
        Optional<Confirmation> parsedConfirmation = oneOf(Confirmation.values(), confirmation);
        requirePresence(violations);
        requireValid(violations, scope, parsedScope, "scope", names(IpTrustScope.values()));
        requireValid(violations, trustDuration, trust, "trustDuration", "a duration from P1D to P2Y");
        requireValid(
                violations, verificationLifetime, lifetime, "verificationLifetime", "a duration from PT1M to PT24H");
        requireValid(violations, confirmation, parsedConfirmation, "confirmation", names(Confirmation.values()));
        requirePrefix(violations);
        violations.throwIfAny();
        IpTrustSettings next = new IpTrustSettings(
                Objects.requireNonNull(enabled),
                parsedScope.orElseThrow(),
                trust.orElseThrow(),
                lifetime.orElseThrow(),
                parsedConfirmation.orElseThrow(),
                Objects.requireNonNull(ipv6PrefixLength));
        return new SettingsCommand(next, base, adminId);
    }

    private void requirePresence(Violations violations) {
        requirePresent(violations, enabled, "enabled");
        requirePresent(violations, scope, "scope");
        requirePresent(violations, trustDuration, "trustDuration");
        requirePresent(violations, verificationLifetime, "verificationLifetime");
        requirePresent(violations, confirmation, "confirmation");
        requirePresent(violations, ipv6PrefixLength, "ipv6PrefixLength");
    }

    private void requirePrefix(Violations violations) {
        violations.require(
                ipv6PrefixLength == null
                        || (ipv6PrefixLength >= MIN_IPV6_PREFIX && ipv6PrefixLength <= MAX_IPV6_PREFIX),
                "ipv6PrefixLength",
                "out-of-range",
                "must be between 48 and 128");
    }

    private static void requirePresent(Violations violations, @Nullable Object value, String field) {
        violations.require(value != null, field, "required", "must be there");
    }

    private static void requireValid(
            Violations violations, @Nullable String sent, Optional<?> parsed, String field, String expected) {
        violations.require(sent == null || parsed.isPresent(), field, "invalid", "must be " + expected);
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
        return lifetime.compareTo(MIN_VERIFICATION_LIFETIME) >= 0
                && lifetime.compareTo(MAX_VERIFICATION_LIFETIME) <= 0
                && lifetime.equals(lifetime.truncatedTo(ChronoUnit.SECONDS));
    }
}
