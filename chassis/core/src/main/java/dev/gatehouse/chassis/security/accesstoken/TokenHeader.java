package dev.gatehouse.chassis.security.accesstoken;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.contracts.identity.Claims;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a token says about itself before anything is proven.
 *
 * <p>Exactly {@code alg}, {@code typ} and {@code kid} are allowed: everything else that a header may carry
 * ({@code jwk}, {@code jku}, {@code x5u}, {@code x5c}, {@code crit}, {@code b64}, …) is a way to choose the key or the
 * rules of one's own verification (RFC 8725, section 3).
 */
record TokenHeader(String keyId) {
    private static final Set<String> MEMBERS = Set.of("alg", "typ", "kid");
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    static Optional<TokenHeader> of(JsonNode header) {
        Set<String> members = new TreeSet<>();
        header.fieldNames().forEachRemaining(members::add);
        boolean ours = members.equals(MEMBERS)
                && is(header, "alg", Claims.ALGORITHM)
                && is(header, "typ", Claims.TOKEN_TYPE)
                && header.get("kid").isTextual()
                && KEY_ID.matcher(header.get("kid").textValue()).matches();
        return ours ? Optional.of(new TokenHeader(header.get("kid").textValue())) : Optional.empty();
    }

    private static boolean is(JsonNode header, String member, String value) {
        return value.equals(header.get(member).textValue());
    }
}
