package dev.gatehouse.chassis.security.accesstoken;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.contracts.identity.Claims;
import java.io.IOException;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A token in JWS compact form (RFC 7515, section 7.1), parsed and not verified yet. jose4j parses and verifies it.
 *
 * <p>Exactly one text is accepted for the same bytes. Padding, foreign characters and set unused bits are refused here,
 * because common libraries ignore them and an altered copy of a token must not be a valid token.
 */
final class CompactToken {
    private static final int MAX_LENGTH = 8192;
    private static final AlgorithmConstraints ONLY_ES256 =
            new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, Claims.ALGORITHM);
    private static final Pattern FORM = Pattern.compile("^([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(4)
                            .maxStringLength(2048)
                            .maxNumberLength(20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode header;
    private final JsonNode claims;
    private final JsonWebSignature jws;

    private CompactToken(JsonNode header, JsonNode claims, JsonWebSignature jws) {
        this.header = header;
        this.claims = claims;
        this.jws = jws;
    }

    static Optional<CompactToken> parse(String token) {
        if (token.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var parts = FORM.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            JsonNode header = object(bytes(parts.group(1)));
            JsonNode claims = object(bytes(parts.group(2)));
            requireCanonical(parts.group(3));
            return Optional.of(new CompactToken(header, claims, jws(token)));
        } catch (IllegalArgumentException | JoseException e) {
            return Optional.empty();
        }
    }

    JsonNode header() {
        return header;
    }

    JsonNode claims() {
        return claims;
    }

    /** Whether this key made the signature (ES256, RFC 7518, section 3.4). */
    boolean signedBy(ECPublicKey key) {
        try {
            jws.setKey(key);
            return jws.verifySignature();
        } catch (JoseException e) {
            return false;
        }
    }

    private static JsonWebSignature jws(String token) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(ONLY_ES256);
        jws.setCompactSerialization(token);
        return jws;
    }

    private static void requireCanonical(String part) {
        if (bytes(part).length == 0) {
            throw new IllegalArgumentException("empty");
        }
    }

    private static byte[] bytes(String part) {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
            throw new IllegalArgumentException("not canonical");
        }
        return bytes;
    }

    private static JsonNode object(byte[] json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (!node.isObject()) {
                throw new IllegalArgumentException("not an object");
            }
            return node;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("not readable", e);
        }
    }
}
