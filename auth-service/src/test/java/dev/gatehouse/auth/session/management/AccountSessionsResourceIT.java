package dev.gatehouse.auth.session.management;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class AccountSessionsResourceIT {
    @Inject
    People people;

    private Person agent;
    private Browser browser;
    private LoggedIn here;

    @BeforeEach
    void logIn() {
        agent = people.agent();
        browser = Browser.of(agent);
        here = LoggedIn.by(browser, agent);
    }

    @Test
    void anAdministratorEndsAllSessionsOfAnAccount() {
        // When
        given().auth()
                .oauth2(people.adminToken())
                .delete("/admin/api/v1/accounts/" + agent.id() + "/sessions")
                .then()
                .statusCode(204);

        // Then
        browser.refresh(here.refreshToken()).then().statusCode(401);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> browser.with(here.accessToken())
                                .get(browser.path("/sessions"))
                                .statusCode()
                        == 401);
        assertEquals(
                "ended_by_admin",
                PublishedEvents.event(EventType.SESSION_ENDED, agent.id())
                        .path("data")
                        .path("why")
                        .asText());
        LoggedIn.by(browser, agent);
    }

    @Test
    void anUnknownAccountIsNotFound() {
        given().auth()
                .oauth2(people.adminToken())
                .delete("/admin/api/v1/accounts/" + UUID.randomUUID() + "/sessions")
                .then()
                .statusCode(404);
    }

    @Test
    void agentsMayNotEndTheSessionsOfOthers() {
        browser.with(here.accessToken())
                .delete("/admin/api/v1/accounts/" + agent.id() + "/sessions")
                .then()
                .statusCode(403);
    }
}
