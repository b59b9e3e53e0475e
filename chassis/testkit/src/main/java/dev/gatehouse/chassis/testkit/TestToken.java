package dev.gatehouse.chassis.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Audiences;
import dev.gatehouse.contracts.identity.Claims;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** An access token in the making: good as it begins, and as bad as a test makes it. */
public final class TestToken {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();

    TestToken(UUID account, AccountKind kind, List<String> groups) {
        Instant now = Instant.now();
        header("alg", "ES256").header("typ", Claims.TOKEN_TYPE).header("kid", TokenKeys.KEY_ID);
        claim("iss", ConfigProvider.getConfig().getValue("mp.jwt.verify.issuer", String.class));
        claim("sub", account.toString()).claim("aud", Audiences.of(kind));
        claim("jti", UUID.randomUUID().toString()).claim(Claims.KIND, kind.toString());
        claim(Claims.GROUPS, groups).claim(Claims.METHODS, List.of("pwd"));
        session(UUID.randomUUID()).startedAt(now).authenticatedAt(now);
        issuedAt(now).expiresAt(now.plus(Duration.ofMinutes(5)));
    }

    /** In this session. */
    @CanIgnoreReturnValue
    public TestToken session(UUID session) {
        return claim(Claims.SESSION_ID, session.toString());
    }

    /** In a session that began then. */
    @CanIgnoreReturnValue
    public TestToken startedAt(Instant time) {
        return claim(Claims.SESSION_STARTED_AT, time.toEpochMilli());
    }

    /** By a person who proved themselves then. */
    @CanIgnoreReturnValue
    public TestToken authenticatedAt(Instant time) {
        return claim(Claims.AUTH_TIME, time.getEpochSecond());
    }

    /** Minted then, and good from then on. */
    @CanIgnoreReturnValue
    public TestToken issuedAt(Instant time) {
        return claim("iat", time.getEpochSecond()).claim("nbf", time.getEpochSecond());
    }

    /** Good until then. */
    @CanIgnoreReturnValue
    public TestToken expiresAt(Instant time) {
        return claim("exp", time.getEpochSecond());
    }

    /** With this claim. */
    @CanIgnoreReturnValue
    public TestToken claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    /** Without this claim. */
    @CanIgnoreReturnValue
    public TestToken without(String name) {
        claims.remove(name);
        return this;
    }

    /** With this in the header. */
    @CanIgnoreReturnValue
    public TestToken header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    /** Without this in the header. */
    @CanIgnoreReturnValue
    public TestToken withoutHeader(String name) {
        header.remove(name);
        return this;
    }

    /** The token, signed with the key whose public half the service under test fetches. */
    public String signed() {
        return signedBy(TokenKeys.keyPair().getPrivate());
    }

    String signedBy(PrivateKey key) {
        return signedBy(key, "SHA256withECDSAinP1363Format");
    }

    String signedBy(PrivateKey key, String algorithm) {
        return sign(unsigned(), key, algorithm);
    }

    static String sign(String text, PrivateKey key, String algorithm) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Header and claims, without a signature and without the last dot. */
    String unsigned() {
        return part(json(header)) + "." + part(json(claims));
    }

    String claimsJson() {
        return json(claims);
    }

    static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Map<String, Object> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
