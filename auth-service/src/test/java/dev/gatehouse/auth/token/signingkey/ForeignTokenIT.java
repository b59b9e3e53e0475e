package dev.gatehouse.auth.token.signingkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of foreign issuers and damaged tokens, at an endpoint that ends the session if it accepts them. */
@QuarkusTest
@AuthStack
class ForeignTokenIT {
    @Inject
    People people;

    @Inject
    SigningKeys keys;

    private Browser browser;
    private LoggedIn loggedIn;
    private SigningKey key;

    @BeforeEach
    void logIn() {
        Person agent = people.agent();
        browser = Browser.of(agent);
        loggedIn = LoggedIn.by(browser, agent);
        key = keys.current().await().atMost(Duration.ofSeconds(10));
    }

    @Test
    void endNothing() {
        // When
        List<String> believed = new ArrayList<>();
        AlteredTokens.of(loggedIn, key).forEach((name, token) -> {
            Response answer = signOut(browser, token);
            if (answer.statusCode() != 401 || !"urn:gatehouse:problem:unauthenticated".equals(answer.path("type"))) {
                believed.add(name + ": " + answer.statusCode() + " " + answer.asString());
            }
        });

        // Then
        assertEquals(List.of(), believed);
        browser.with(loggedIn.accessToken())
                .get(browser.path("/sessions"))
                .then()
                .statusCode(200);
        signOut(browser, AlteredTokens.signedAgain(loggedIn, key)).then().statusCode(204);
        browser.refresh(loggedIn.refreshToken()).then().statusCode(401);
    }

    @Test
    void arePublishedOnceWithoutTheToken() {
        // Given
        Browser attacker = browser.from("198.51.100.77");
        String token = Objects.requireNonNull(AlteredTokens.of(loggedIn, key).get("another issuer"));

        // When
        for (int i = 0; i < 3; i++) {
            attacker.with(token).get(browser.path("/sessions")).then().statusCode(401);
        }

        // Then
        JsonNode event = PublishedEvents.event(EventType.ACCESS_TOKEN_REFUSED, "198.51.100.77");
        assertEquals("claims", event.path("reason").asText());
        assertEquals("failure", event.path("outcome").asText());
        assertEquals("gatehouse-auth", event.path("data").path("service").asText());
        assertFalse(event.toString().contains(token.substring(0, 20)));
        assertEquals(
                1,
                PublishedEvents.events(EventType.ACCESS_TOKEN_REFUSED, "198.51.100.77")
                        .size());
    }

    private static Response signOut(Browser browser, String token) {
        return browser.with(token).delete(browser.path("/sessions/current"));
    }
}
