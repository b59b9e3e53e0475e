package dev.gatehouse.chassis.security.accesstoken;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.caller.Revocations;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Claims;
import dev.gatehouse.contracts.identity.Roles;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which claims make an access token for this service: all of them present, each of its type, none of it merely likely.
 */
record TokenPolicy(String issuer, String audience) {
    /** The longest life of an access token; revocations are kept as long. */
    static final Duration LONGEST_LIFE = Revocations.LONGEST_TOKEN_LIFE;

    /** How far the clocks of minting and checking service may be apart. */
    static final Duration SKEW = Revocations.CLOCK_SKEW;

    private static final Set<Set<String>> AGENT_GROUPS = Set.of(Set.of(Roles.AGENT), Set.of(Roles.AGENT, Roles.ADMIN));
    private static final Set<Set<String>> USER_GROUPS = Set.of(Set.of(Roles.USER));

    /** The proven caller, if the claims (whose signature holds) let anybody in now. */
    Optional<Accepted> accept(JsonNode claims, Instant now) {
        try {
            boolean ours = issuer.equals(text(claims, "iss"))
                    && strings(claims, "aud").contains(audience)
                    && !text(claims, "jti").isBlank()
                    && !strings(claims, Claims.METHODS).isEmpty();
            Accepted accepted = new Accepted(caller(claims), instant(claims, "exp"));
            return ours && timely(claims, now) ? Optional.of(accepted) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean timely(JsonNode claims, Instant now) {
        Instant issuedAt = instant(claims, "iat");
        Instant expiresAt = instant(claims, "exp");
        return unexpired(expiresAt, now)
                && !instant(claims, "nbf").isAfter(now.plus(SKEW))
                && !issuedAt.isAfter(now.plus(SKEW))
                && expiresAt.isAfter(issuedAt)
                && !expiresAt.isAfter(issuedAt.plus(LONGEST_LIFE));
    }

    static boolean unexpired(Instant expiresAt, Instant now) {
        return expiresAt.plus(SKEW).isAfter(now);
    }

    private static Caller caller(JsonNode claims) {
        AccountKind kind = kind(text(claims, Claims.KIND));
        Set<String> groups = strings(claims, Claims.GROUPS);
        require((kind == AccountKind.AGENT ? AGENT_GROUPS : USER_GROUPS).contains(groups));
        return new Caller(
                uuid(claims, "sub"),
                kind,
                groups.contains(Roles.ADMIN),
                uuid(claims, Claims.SESSION_ID),
                Instant.ofEpochMilli(number(claims, Claims.SESSION_STARTED_AT)),
                instant(claims, Claims.AUTH_TIME));
    }

    private static AccountKind kind(String wireName) {
        return Arrays.stream(AccountKind.values())
                .filter(kind -> kind.toString().equals(wireName))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String text(JsonNode claims, String name) {
        JsonNode value = claims.path(name);
        require(value.isTextual());
        return value.textValue();
    }

    private static UUID uuid(JsonNode claims, String name) {
        String text = text(claims, name);
        UUID uuid = UUID.fromString(text);
        require(uuid.toString().equals(text));
        return uuid;
    }

    private static long number(JsonNode claims, String name) {
        JsonNode value = claims.path(name);
        require(value.isIntegralNumber() && value.canConvertToLong() && value.longValue() > 0);
        return value.longValue();
    }

    private static Instant instant(JsonNode claims, String name) {
        long seconds = number(claims, name);
        require(seconds < Instant.MAX.getEpochSecond());
        return Instant.ofEpochSecond(seconds);
    }

    private static Set<String> strings(JsonNode claims, String name) {
        JsonNode value = claims.path(name);
        require(value.isArray());
        Set<String> strings = new HashSet<>();
        value.forEach(element -> {
            require(element.isTextual());
            strings.add(element.textValue());
        });
        return strings;
    }

    private static void require(boolean sound) {
        if (!sound) {
            throw new IllegalArgumentException("not a claim of ours");
        }
    }

    /** A caller and until when the token says so. */
    record Accepted(Caller caller, Instant expiresAt) {}
}
