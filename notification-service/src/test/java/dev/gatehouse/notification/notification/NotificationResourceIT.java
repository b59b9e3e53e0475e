package dev.gatehouse.notification.notification;

import static dev.gatehouse.notification.NotificationApi.PATH;
import static dev.gatehouse.notification.NotificationApi.as;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.notification.NotificationApi;
import dev.gatehouse.notification.NotificationStack;
import dev.gatehouse.notification.Published;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@NotificationStack
class NotificationResourceIT {
    @Test
    void listsALoginWithEverythingTheContractNames() {
        // Given
        UUID agent = Published.newAgent();
        String ip = Published.ip();
        SecurityEvent<?> login = Published.happened(Published.login(agent, ip));

        // When
        Map<String, Object> item = NotificationApi.of(agent, 1).getFirst();

        // Then
        as(agent).get(PATH).then().header("Cache-Control", "no-store").body("nextCursor", nullValue());
        as(agent)
                .get(PATH)
                .then()
                .body("items[0]", aMapWithSize(9))
                .body("items[0].id", notNullValue())
                .body("items[0].kind", equalTo("login"))
                .body("items[0].createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"))
                .body("items[0].readAt", nullValue())
                .body("items[0].title", equalTo("New sign-in"))
                .body("items[0].text", containsString("You signed in from " + ip))
                .body("items[0].text", containsString("Europe/Berlin"))
                .body("items[0].ip", equalTo(ip))
                .body("items[0].hostname", nullValue())
                .body("items[0].eventId", equalTo(login.id().toString()));
        assertEquals(login.id().toString(), item.get("eventId"));
    }

    @Test
    void notifiesOncePerEventHoweverOftenItIsDelivered() {
        // Given
        UUID agent = Published.newAgent();
        SecurityEvent<?> login = Published.login(agent, Published.ip());

        // When
        Published.happened(login);
        Published.happened(login);
        SecurityEvent<?> last = Published.happened(Published.login(agent, Published.ip()));

        // Then
        List<Map<String, Object>> items = NotificationApi.of(agent, 2);
        assertEquals(last.id().toString(), items.getFirst().get("eventId"));
    }

    @Test
    void speaksTheLanguageOfTheAccount() {
        // Given
        AccountState german = inGerman(Published.agent(Published.id()));
        Published.state(Topic.ACCOUNTS, german);

        // When
        Published.happened(Published.login(german.id(), Published.ip()));

        // Then
        assertEquals(
                "Neue Anmeldung", NotificationApi.of(german.id(), 1).getFirst().get("title"));
    }

    @Test
    void countsFailedLoginsInOneNotification() {
        // Given
        UUID agent = Published.newAgent();
        String ip = Published.ip();

        // When
        for (int attempt = 0; attempt < 7; attempt++) {
            Published.happened(Published.failedLogin(agent, ip));
        }
        Published.happened(Published.login(agent, ip));

        // Then
        assertEquals("7 failed sign-ins", NotificationApi.of(agent, 2).getLast().get("title"));
    }

    @Test
    void notifiesNoEndUsers() {
        // Given
        AccountState agent = Published.agent(Published.id());
        AccountState user = new AccountState(
                agent.id(),
                AccountKind.USER,
                agent.email(),
                agent.displayName(),
                "en",
                "UTC",
                false,
                AccountStatus.ACTIVE,
                1);
        Published.state(Topic.ACCOUNTS, user);
        NotificationApi.awaitAccount(user);
        UUID fence = Published.newAgent();

        // When
        Published.happened(Published.login(user.id(), Published.ip()));
        Published.happened(Published.login(fence, Published.ip()), user.id().toString());

        // Then
        NotificationApi.of(fence, 1);
        NotificationApi.of(user.id(), 0);
    }

    @Test
    void notifiesOfEventsThatArriveBeforeTheAccount() {
        // Given
        UUID agent = Published.id();
        UUID fence = Published.newAgent();
        Published.happened(Published.login(agent, Published.ip()));
        Published.happened(Published.login(fence, Published.ip()), agent.toString());
        NotificationApi.of(fence, 1);

        // When
        Published.state(Topic.ACCOUNTS, Published.agent(agent));

        // Then
        NotificationApi.of(agent, 1);
    }

    @Test
    void pagesTheNewestFirst() {
        // Given
        UUID agent = Published.newAgent();
        for (int login = 0; login < 5; login++) {
            Published.happened(Published.login(agent, Published.ip()));
        }
        List<Map<String, Object>> all = NotificationApi.of(agent, 5);

        // When
        String cursor = as(agent).queryParam("limit", 2).get(PATH).jsonPath().getString("nextCursor");
        List<Map<String, Object>> second = as(agent)
                .queryParam("limit", 2)
                .queryParam("cursor", cursor)
                .get(PATH)
                .jsonPath()
                .getList("items");

        // Then
        assertEquals(all.subList(2, 4), second);
    }

    @Test
    void marksAsReadAgainAndAgain() {
        // Given
        UUID agent = Published.newAgent();
        Published.happened(Published.login(agent, Published.ip()));
        Published.happened(Published.login(agent, Published.ip()));
        Object id = NotificationApi.of(agent, 2).getFirst().get("id");

        // When
        as(agent).post(PATH + "/" + id + "/read").then().statusCode(204);
        as(agent).post(PATH + "/" + id + "/read").then().statusCode(204);

        // Then
        as(agent).get(PATH).then().body("items[0].readAt", notNullValue()).body("items[1].readAt", nullValue());
        as(agent).queryParam("unread", true).get(PATH).then().body("items", hasSize(1));
    }

    @Test
    void marksAllAsRead() {
        // Given
        UUID agent = Published.newAgent();
        Published.happened(Published.login(agent, Published.ip()));
        Published.happened(Published.login(agent, Published.ip()));
        NotificationApi.of(agent, 2);

        // When
        as(agent).post(PATH + "/read-all").then().statusCode(204);

        // Then
        as(agent).queryParam("unread", true).get(PATH).then().body("items", hasSize(0));
        as(agent).get(PATH).then().body("items", hasSize(2));
    }

    @Test
    void a25AnswersForAForeignNotificationAsForAnUnknownOne() {
        // Given
        UUID owner = Published.newAgent();
        UUID stranger = Published.newAgent();
        Published.happened(Published.login(owner, Published.ip()));
        Object foreign = NotificationApi.of(owner, 1).getFirst().get("id");

        // When
        var answerForForeign = as(stranger).post(PATH + "/" + foreign + "/read");
        var answerForUnknown = as(stranger).post(PATH + "/" + Published.id() + "/read");

        // Then
        answerForForeign.then().statusCode(404).body("type", equalTo("urn:gatehouse:problem:not-found"));
        assertEquals(
                withoutTrace(answerForUnknown.jsonPath().getMap("")),
                withoutTrace(answerForForeign.jsonPath().getMap("")));
        as(owner).get(PATH).then().body("items[0].readAt", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?unread=maybe", "?limit=x", "?cursor=abc"})
    void refusesParametersThatCannotBeRead(String query) {
        as(Published.id())
                .get(PATH + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gatehouse:problem:malformed-request"));
    }

    @Test
    void isClosedToEndUsersAndStrangers() {
        RestAssured.given().get(PATH).then().statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.user(Published.id()))
                .get(PATH)
                .then()
                .statusCode(is(401));
    }

    @Test
    void refusesEveryBrokenToken() {
        // Given
        Map<String, String> tokens = Tokens.broken(Published.id());

        // When
        Map<String, Integer> answers = new TreeMap<>();
        tokens.forEach((name, token) -> answers.put(
                name,
                RestAssured.given()
                        .header("Authorization", "Bearer " + token)
                        .get(PATH)
                        .statusCode()));

        // Then
        answers.forEach((name, status) -> assertEquals(401, status, name));
    }

    @Test
    void ignoresHostileTextInEventsAndAccounts() {
        // Given
        UUID agent = Published.newAgent();
        String hostile = "<script>alert(1)</script>\r\nBcc: eve@example.net";

        // When
        Published.happened(Published.login(agent, Published.ip()).from("203.0.113.66", hostile));

        // Then
        NotificationApi.of(agent, 1);
        as(agent).get(PATH).then().body("items[0].text", containsString("an unknown program"));
    }

    @Test
    void forgetsEverythingAboutAnErasedAccount() {
        // Given
        UUID agent = Published.newAgent();
        Published.happened(Published.login(agent, Published.ip()));
        NotificationApi.of(agent, 1);

        // When
        Published.erased(agent, 2);

        // Then
        NotificationApi.of(agent, 0);
    }

    private static AccountState inGerman(AccountState agent) {
        return new AccountState(
                agent.id(),
                agent.kind(),
                agent.email(),
                agent.displayName(),
                "de-AT",
                agent.timeZone(),
                false,
                agent.status(),
                1);
    }

    private static Map<Object, Object> withoutTrace(Map<Object, Object> problem) {
        Map<Object, Object> rest = new HashMap<>(problem);
        rest.remove("traceId");
        return rest;
    }
}
