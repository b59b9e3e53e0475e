package dev.gatehouse.chassis.security.accesstoken;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A token in JWS compact form (RFC 7515, section 7.1), taken apart and not believed yet.
 *
 * <p>There is exactly one text for the same bytes: padding, foreign characters and set unused bits are refused, which
 * common libraries let pass, so that a token cannot be altered into another text that is as good.
 */
final class CompactToken {
    private static final int MAX_LENGTH = 8192;
    private static final int SIGNATURE_BYTES = 64;
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");
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
    private final byte[] signed;
    private final byte[] signature;

    private CompactToken(JsonNode header, JsonNode claims, byte[] signed, byte[] signature) {
        this.header = header;
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
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
            byte[] signed = token.substring(0, parts.end(2)).getBytes(StandardCharsets.US_ASCII);
            return Optional.of(new CompactToken(
                    object(bytes(parts.group(1))), object(bytes(parts.group(2))), signed, bytes(parts.group(3))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    JsonNode header() {
        return header;
    }

    JsonNode claims() {
        return claims;
    }

    /** Whether this key made the signature: ES256 (RFC 7518, section 3.4), two numbers of 32 bytes each. */
    boolean signedBy(ECPublicKey key) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            // Zero and oversized numbers are refused by the provider; see CVE-2022-21449.
            Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
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
