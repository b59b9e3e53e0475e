package dev.gatehouse.chassis.security.accesstoken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.contracts.identity.AccountKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenPolicyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NOW = 1_800_000_000L;
    private static final String ACCOUNT = "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b";
    private static final String SESSION = "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c";

    private final TokenPolicy policy = new TokenPolicy("https://desk.example.com", "gatehouse-audit");

    @Test
    void takesTheCallerFromTheClaims() throws JsonProcessingException {
        TokenPolicy.Accepted accepted = accept("jti", "\"1\"").orElseThrow();

        assertEquals(
                new Caller(
                        UUID.fromString(ACCOUNT),
                        AccountKind.AGENT,
                        true,
                        UUID.fromString(SESSION),
                        Instant.ofEpochMilli(1_799_999_000_123L),
                        Instant.ofEpochSecond(NOW - 20)),
                accepted.caller());
        assertEquals(Instant.ofEpochSecond(NOW + 280), accepted.expiresAt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aud | [\"gatehouse-auth\",\"gatehouse-audit\"]",
                "exp | 1799999991",
                "nbf | 1800000010",
                "iat | 1800000010",
                "groups | [\"agent\"]",
            })
    void acceptsWhatIsWithinTheRules(String claim, String value) throws JsonProcessingException {
        assertTrue(accept(claim, value).isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "iss | \"https://evil.example.com\"",
                "iss | null",
                "aud | [\"gatehouse-auth\"]",
                "aud | \"gatehouse-audit\"",
                "aud | [7]",
                "jti | \" \"",
                "amr | []",
                "sub | \"me\"",
                "sub | \"0190A1B2-C3D4-7E5F-8A6B-7C8D9E0F1A2B\"",
                "sid | 7",
                "sst | \"1799999000123\"",
                "sst | 0",
                "kind | \"root\"",
                "kind | \"user\"",
                "groups | [\"admin\"]",
                "groups | [\"agent\",\"admin\",\"root\"]",
                "groups | []",
                "auth_time | 1.5",
                "exp | 1799999990",
                "exp | 1800000971",
                "exp | 99999999999999999999",
                "nbf | 1800000011",
                "iat | 1800000011",
                "iat | 1800000280",
            })
    void refusesWhatBreaksOneRule(String claim, String value) throws JsonProcessingException {
        assertEquals(Optional.empty(), accept(claim, value));
    }

    @ParameterizedTest
    @CsvSource({"iss", "aud", "jti", "amr", "sub", "sid", "sst", "kind", "groups", "auth_time", "exp", "nbf", "iat"})
    void refusesATokenWithoutOneClaim(String claim) throws JsonProcessingException {
        ObjectNode claims = claims();
        claims.remove(claim);

        assertEquals(Optional.empty(), policy.accept(claims, Instant.ofEpochSecond(NOW)));
    }

    private Optional<TokenPolicy.Accepted> accept(String claim, String value) throws JsonProcessingException {
        JsonNode claims = claims().set(claim, JSON.readTree(value));
        return policy.accept(claims, Instant.ofEpochSecond(NOW));
    }

    private static ObjectNode claims() {
        ObjectNode claims = JSON.createObjectNode();
        claims.put("iss", "https://desk.example.com")
                .put("sub", ACCOUNT)
                .put("sid", SESSION)
                .put("sst", 1_799_999_000_123L)
                .put("kind", "agent")
                .put("jti", "1")
                .put("auth_time", NOW - 20)
                .put("iat", NOW - 20)
                .put("nbf", NOW - 20)
                .put("exp", NOW + 280);
        claims.putArray("aud").add("gatehouse-audit");
        claims.putArray("amr").add("pwd");
        claims.putArray("groups").add("agent").add("admin");
        return claims;
    }
}
