package dev.gatehouse.auth.token.signingkey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class WellKnownResourceIT {
    private static final Set<String> PUBLIC_MEMBERS = Set.of("kty", "crv", "x", "y", "kid", "alg", "use");

    private final Database database = StackEnds.database(AuthStack.SCHEMA);

    @Inject
    SigningKeys keys;

    @Inject
    People people;

    @Test
    void publishesPublicPartsOnly() {
        // Given
        look();

        // When
        List<Map<String, String>> published = given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=300"))
                .extract()
                .path("keys");

        // Then
        published.forEach(key -> {
            assertEquals(PUBLIC_MEMBERS, key.keySet());
            assertEquals(
                    List.of("EC", "P-256", "ES256", "sig"),
                    List.of(key.get("kty"), key.get("crv"), key.get("alg"), key.get("use")));
        });
    }

    @Test
    void saysWhereTheKeysAre() {
        given().get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .body("issuer", equalTo("http://localhost:8080"))
                .body("jwks_uri", equalTo("http://localhost:8080/.well-known/jwks.json"))
                .body("id_token_signing_alg_values_supported", hasItem("ES256"));
    }

    @Test
    void aKeyIsPublishedBeforeItSignsAndAfterItDoesNoMore() throws IOException {
        // Given
        Person agent = people.agent();
        Browser browser = Browser.of(agent);
        String old = keyOf(LoggedIn.by(browser, agent));

        // When
        newestBegan("INTERVAL 30 DAY - INTERVAL 30 MINUTE");

        // Then
        String next =
                published().stream().filter(kid -> !kid.equals(old)).findFirst().orElseThrow();
        assertEquals(Set.of(old, next), Set.copyOf(published()));
        LoggedIn before = LoggedIn.by(browser, agent);
        assertEquals(old, keyOf(before));

        // When
        newestBegan("INTERVAL 1 SECOND");

        // Then
        LoggedIn after = LoggedIn.by(browser, agent);
        assertEquals(next, keyOf(after));
        assertEquals(Set.of(old, next), Set.copyOf(published()));
        browser.with(before.accessToken()).get(browser.path("/sessions")).then().statusCode(200);

        // When
        newestBegan("INTERVAL 61 MINUTE");

        // Then
        assertEquals(List.of(next), published());
        browser.with(before.accessToken()).get(browser.path("/sessions")).then().statusCode(401);
        browser.with(after.accessToken()).get(browser.path("/sessions")).then().statusCode(200);
        assertNotEquals(old, next);
    }

    /** Plays that the newest key took over so long ago. */
    private void newestBegan(String ago) {
        database.update(
                "UPDATE signing_key SET signs_from = UTC_TIMESTAMP(3) - " + ago + " ORDER BY generation DESC LIMIT 1");
        look();
    }

    private void look() {
        keys.refresh().await().atMost(Duration.ofSeconds(10));
    }

    private static List<String> published() {
        return given().get("/.well-known/jwks.json").path("keys.kid");
    }

    private static String keyOf(LoggedIn loggedIn) throws IOException {
        String header =
                loggedIn.accessToken().substring(0, loggedIn.accessToken().indexOf('.'));
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(header))
                .path("kid")
                .asText();
    }
}
