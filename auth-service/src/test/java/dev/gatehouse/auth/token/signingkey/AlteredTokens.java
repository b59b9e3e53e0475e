package dev.gatehouse.auth.token.signingkey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.auth.LoggedIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens with one alteration each, signed with the key of the service unless the signature is the alteration. */
final class AlteredTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final JsonNode header;
    private final JsonNode claims;
    private final SigningKey key;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    private AlteredTokens(String good, SigningKey key) {
        this.header = part(good, 0);
        this.claims = part(good, 1);
        this.key = key;
    }

    /** By name. */
    static Map<String, String> of(LoggedIn good, SigningKey key) {
        AlteredTokens altered = new AlteredTokens(good.accessToken(), key);
        altered.withOtherClaims();
        altered.withOtherHeaders();
        altered.withOtherSignatures();
        altered.tokens.put("the refresh token", good.refreshToken());
        altered.tokens.put("the session id", good.sessionId().toString());
        return altered.tokens;
    }

    /** The unaltered token, signed again: it is accepted, so the others are rejected for their alteration only. */
    static String signedAgain(LoggedIn good, SigningKey key) {
        AlteredTokens altered = new AlteredTokens(good.accessToken(), key);
        return altered.signed((header, claims) -> {}, key.privateKey());
    }

    private void withOtherClaims() {
        long now = Instant.now().getEpochSecond();
        add("another issuer", (header, claims) -> claims.put("iss", "http://elsewhere.test"));
        add("another audience", (header, claims) -> claims.putArray("aud").add("gatehouse-audit"));
        add("expired", (header, claims) -> claims.put("iat", now - 300)
                .put("nbf", now - 300)
                .put("exp", now - 11));
        add("not yet good", (header, claims) -> claims.put("nbf", now + 60));
        add("good for a day", (header, claims) -> claims.put("exp", now + 86_400));
        add("another kind", (header, claims) -> claims.put("kind", "user"));
        add(
                "more groups",
                (header, claims) -> claims.putArray("groups").add("agent").add("root"));
        for (String name :
                List.of("iss", "sub", "aud", "exp", "iat", "nbf", "jti", "sid", "auth_time", "kind", "groups")) {
            add("no " + name, (header, claims) -> claims.remove(name));
        }
    }

    private void withOtherHeaders() {
        add("typ JWT", (header, claims) -> header.put("typ", "JWT"));
        add("no typ", (header, claims) -> header.remove("typ"));
        add("no kid", (header, claims) -> header.remove("kid"));
        add("unknown kid", (header, claims) -> header.put("kid", "A".repeat(43)));
        add("kid with SQL", (header, claims) -> header.put("kid", "' OR 1=1--"));
        add("a crit of its own", (header, claims) -> header.putArray("crit").add("exp"));
        for (String alg : List.of("none", "None", "NONE", "nOnE", "")) {
            String unsigned = text((header, claims) -> header.put("alg", alg));
            tokens.put("alg=" + alg + ", with the last dot", unsigned + ".");
            tokens.put("alg=" + alg + ", without the last dot", unsigned);
            add("alg=" + alg + ", signed", (header, claims) -> header.put("alg", alg));
        }
    }

    private void withOtherSignatures() {
        String good = signed((header, claims) -> {}, key.privateKey());
        tokens.put("signed with another key", signed((header, claims) -> {}, anotherKey()));
        tokens.put("no signature", good.substring(0, good.lastIndexOf('.') + 1));
        tokens.put("padding", good + "=");
        tokens.put("zeros for a signature", text((header, claims) -> {}) + "." + BASE64.encodeToString(new byte[64]));
        tokens.put("HS256 with the public key", hs256());
    }

    private void add(String name, BiConsumer<ObjectNode, ObjectNode> change) {
        tokens.put(name, signed(change, key.privateKey()));
    }

    private String signed(BiConsumer<ObjectNode, ObjectNode> change, PrivateKey by) {
        String text = text(change);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(by);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hs256() {
        String text = text((header, claims) -> header.put("alg", "HS256"));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.publicKey().getEncoded(), "HmacSHA256"));
            return text + "." + BASE64.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(BiConsumer<ObjectNode, ObjectNode> change) {
        ObjectNode otherHeader = header.deepCopy();
        ObjectNode otherClaims = claims.deepCopy();
        change.accept(otherHeader, otherClaims);
        return Stream.of(otherHeader, otherClaims)
                .map(AlteredTokens::encoded)
                .reduce((first, second) -> first + "." + second)
                .orElseThrow();
    }

    private static String encoded(ObjectNode part) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(part));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode part(String token, int index) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrivateKey anotherKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
