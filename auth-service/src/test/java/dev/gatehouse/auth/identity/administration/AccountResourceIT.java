package dev.gatehouse.auth.identity.administration;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.auth.AccountStates;
import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.Parallel;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class AccountResourceIT {
    private static final String ACCOUNTS = "/admin/api/v1/accounts";

    @Inject
    People people;

    @Inject
    Admins admins;

    @Test
    void createsAnAccountAndPublishesIt() {
        // Given
        String email = "Ada." + UUID.randomUUID() + "@Helpdesk.test";
        UUID admin = UUID.randomUUID();

        // When
        Response created = admins.as(admin)
                .body(Map.of(
                        "email", email,
                        "displayName", " Ada Lovelace ",
                        "kind", "agent",
                        "locale", "EN-gb",
                        "timeZone", "Europe/London",
                        "password", People.PASSWORD))
                .post(ACCOUNTS);

        // Then
        created.then()
                .statusCode(201)
                .header("ETag", matchesPattern("\"\\d+\""))
                .body("kind", equalTo("agent"))
                .body("email", equalTo(email))
                .body("displayName", equalTo("Ada Lovelace"))
                .body("locale", equalTo("en-GB"))
                .body("timeZone", equalTo("Europe/London"))
                .body("admin", equalTo(false))
                .body("status", equalTo("active"))
                .body("lastLoginAt", nullValue())
                .body("passwordChangedAt", not(nullValue()))
                .body("secondFactors", empty())
                .body("$", not(hasKey("version")));
        UUID id = UUID.fromString(created.path("id"));
        assertTrue(created.header("Location").endsWith(ACCOUNTS + "/" + id));
        JsonNode state = AccountStates.awaitAccount(id, found -> etag(found).equals(created.header("ETag")));
        assertEquals(email, state.path("email").asText());
        JsonNode event = PublishedEvents.event(EventType.ACCOUNT_CREATED, id);
        assertEquals(admin.toString(), event.path("actor").path("id").asText());
        assertEquals("active", event.path("data").path("status").asText());
        assertFalse(event.toString().contains(email.substring(4)));
    }

    @Test
    void theSameAddressInOtherLettersIsTaken() {
        // Given
        Person taken = people.agent();

        // When
        Response answer = admins.create(
                Map.of("email", taken.email().toUpperCase(Locale.ROOT), "displayName", "X", "kind", "user"));

        // Then
        answer.then().statusCode(409).body("type", equalTo("urn:gatehouse:problem:email-taken"));
    }

    @Test
    void ofManyRequestsForOneAddressAtOnceOneSucceeds() {
        // Given
        Map<String, String> body = newAccount();

        // When
        List<Integer> answers = Parallel.times(8, n -> admins.create(body).statusCode());

        // Then
        assertEquals(1, answers.stream().filter(status -> status == 201).count(), answers::toString);
        assertEquals(7, answers.stream().filter(status -> status == 409).count(), answers::toString);
    }

    @Test
    void theSameKeyAndBodyIsAnsweredWithTheSameAccount() {
        // Given
        UUID admin = UUID.randomUUID();
        Map<String, String> body = newAccount();
        String key = UUID.randomUUID().toString();

        // When
        List<String> ids = Parallel.times(6, n -> admins.as(admin)
                .header("Idempotency-Key", key)
                .body(body)
                .post(ACCOUNTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));

        // Then
        assertEquals(1, ids.stream().distinct().count(), ids::toString);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        // Given
        UUID admin = UUID.randomUUID();
        Map<String, String> body = newAccount();
        admins.as(admin)
                .header("Idempotency-Key", "k")
                .body(body)
                .post(ACCOUNTS)
                .then()
                .statusCode(201);
        Map<String, String> other = new HashMap<>(body);
        other.put("password", "another phrase altogether");

        // When
        Response answer =
                admins.as(admin).header("Idempotency-Key", "k").body(other).post(ACCOUNTS);

        // Then
        answer.then().statusCode(409).body("type", equalTo("urn:gatehouse:problem:idempotency-key-reused"));
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        // Given
        admins.anyAdmin()
                .header("Idempotency-Key", "mine")
                .body(newAccount())
                .post(ACCOUNTS)
                .then()
                .statusCode(201);

        // When
        Response answer = admins.as(UUID.randomUUID())
                .header("Idempotency-Key", "mine")
                .body(newAccount())
                .post(ACCOUNTS);

        // Then
        answer.then().statusCode(201);
    }

    @Test
    void findsAnAccountWithItsEntityTag() {
        // Given
        Person user = people.user();

        String etag = admins.etag(user.id());

        // When
        Response answer = admins.show(user.id());

        // Then
        answer.then()
                .statusCode(200)
                .header("ETag", etag)
                .header("Cache-Control", containsString("no-store"))
                .body("id", equalTo(user.id().toString()));
    }

    @Test
    void searchesLiterallyAndInPages() {
        // Given
        String marker = "m" + UUID.randomUUID().toString().substring(0, 8);
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(created(marker + "_" + i + "%", "user"));
        }
        String agent = created(marker + " agent", "agent");

        // When
        List<String> users = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = page(cursor, Map.of("q", marker.toUpperCase(Locale.ROOT), "kind", "user", "limit", 2));
            users.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        // Then
        assertEquals(made, users);
        assertEquals(List.of(agent), page(null, Map.of("q", marker + " ag")).getList("items.id"));
        assertEquals(
                List.of(made.get(1)), page(null, Map.of("q", marker + "_3%")).getList("items.id"));
        assertEquals(List.of(), page(null, Map.of("q", marker + "%3")).getList("items.id"));
        assertEquals(List.of(), page(null, Map.of("q", marker + "' or '1'='1")).getList("items.id"));
        assertEquals(List.of(), page(null, Map.of("q", marker, "admin", true)).getList("items.id"));
        assertEquals(
                6,
                page(null, Map.of("q", marker, "status", "active", "admin", false))
                        .getList("items.id")
                        .size());
        assertEquals(
                List.of(), page(null, Map.of("q", marker, "status", "disabled")).getList("items.id"));
    }

    @Test
    void refusesMalformedSearches() {
        for (Map<String, Object> query : List.<Map<String, Object>>of(
                Map.of("kind", "AGENT"),
                Map.of("admin", "yes"),
                Map.of("status", "gone"),
                Map.of("limit", "many"),
                Map.of("cursor", "AAAA"))) {
            // When
            Response answer = admins.anyAdmin().queryParams(query).get(ACCOUNTS);

            // Then
            answer.then().statusCode(400).body("type", equalTo("urn:gatehouse:problem:malformed-request"));
        }
        admins.anyAdmin().queryParam("limit", 201).get(ACCOUNTS).then().statusCode(422);
        admins.anyAdmin().queryParam("q", "x".repeat(255)).get(ACCOUNTS).then().statusCode(422);
    }

    @Test
    void editsTheVersionThatWasReadAndPublishesTheChanges() {
        // Given
        Person user = people.user();

        String read = admins.etag(user.id());

        // When
        Response answer = patch(user.id(), read, Map.of("displayName", "Grace", "locale", "de", "timeZone", "UTC"));

        // Then
        answer.then().statusCode(200).header("ETag", not(equalTo(read))).body("displayName", equalTo("Grace"));
        JsonNode changes = PublishedEvents.event(EventType.ACCOUNT_CHANGED, user.id())
                .path("data")
                .path("changes");
        assertEquals(2, changes.size());
        assertEquals("displayName", changes.get(0).path("field").asText());
        assertEquals(Change.REDACTED, changes.get(0).path("before").asText());
        assertEquals(Change.REDACTED, changes.get(0).path("after").asText());
        assertEquals("de", changes.get(1).path("after").asText());
        assertEquals(
                "Grace",
                AccountStates.awaitAccount(user.id(), state -> etag(state).equals(answer.header("ETag")))
                        .path("displayName")
                        .asText());
    }

    @Test
    void anEditThatChangesNothingKeepsTheVersion() {
        Person user = people.user();
        String read = admins.etag(user.id());
        patch(user.id(), read, Map.of("displayName", "Ada"))
                .then()
                .statusCode(200)
                .header("ETag", read);
    }

    @Test
    void refusesEditsWithoutOrWithAnOldVersion() {
        // Given
        Person user = people.user();
        String old = admins.etag(user.id());
        patch(user.id(), old, Map.of("displayName", "Grace")).then().statusCode(200);

        // Then
        patch(user.id(), old, Map.of("displayName", "Eve")).then().statusCode(412);
        patch(user.id(), "W/" + admins.etag(user.id()), Map.of("displayName", "Eve"))
                .then()
                .statusCode(412);
        patch(user.id(), "*", Map.of("displayName", "Eve")).then().statusCode(428);
        admins.anyAdmin()
                .body(Map.of("displayName", "Eve"))
                .patch(ACCOUNTS + "/" + user.id())
                .then()
                .statusCode(428)
                .body("type", equalTo("urn:gatehouse:problem:precondition-required"));
        admins.show(user.id()).then().body("displayName", equalTo("Grace"));
    }

    @Test
    void ofManyEditsOfOneVersionOneIsDone() {
        // Given
        Person user = people.user();

        String read = admins.etag(user.id());

        // When
        List<Integer> answers = Parallel.times(8, n -> patch(user.id(), read, Map.of("displayName", "Grace " + n))
                .statusCode());

        // Then
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers::toString);
        assertEquals(7, answers.stream().filter(status -> status == 412).count(), answers::toString);
    }

    @Test
    void disablingEndsEverySessionAndEnablingAllowsLoginAgain() {
        // Given
        Person agent = people.agent();
        Browser browser = Browser.of(agent);
        LoggedIn session = LoggedIn.by(browser, agent);

        // When
        patch(agent.id(), admins.etag(agent.id()), Map.of("status", "disabled"))
                .then()
                .statusCode(200)
                .body("status", equalTo("disabled"));

        // Then
        browser.login(agent).then().statusCode(401);
        browser.refresh(session.refreshToken()).then().statusCode(401);
        Awaitility.await().untilAsserted(() -> browser.with(session.accessToken())
                .get(browser.path("/me"))
                .then()
                .statusCode(401));
        assertEquals(
                1,
                PublishedEvents.event(EventType.ACCOUNT_DISABLED, agent.id())
                        .path("data")
                        .path("sessionsEnded")
                        .asInt());
        patch(agent.id(), admins.etag(agent.id()), Map.of("status", "active"))
                .then()
                .statusCode(200);
        browser.login(agent).then().statusCode(201);
        assertEquals(
                "agent",
                PublishedEvents.event(EventType.ACCOUNT_ENABLED, agent.id())
                        .path("data")
                        .path("kind")
                        .asText());
    }

    @Test
    void erasesThePersonalDataForGood() {
        // Given
        Person agent = people.agent();
        Browser browser = Browser.of(agent);
        LoggedIn session = LoggedIn.by(browser, agent);

        // When
        admins.anyAdmin().delete(ACCOUNTS + "/" + agent.id()).then().statusCode(204);

        // Then
        admins.show(agent.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("erased"))
                .body("email", nullValue())
                .body("displayName", nullValue());
        browser.login(agent).then().statusCode(401);
        browser.refresh(session.refreshToken()).then().statusCode(401);
        Awaitility.await().untilAsserted(() -> assertTrue(AccountStates.ended(agent.id())));
        assertEquals(
                "agent",
                PublishedEvents.event(EventType.ACCOUNT_ERASED, agent.id())
                        .path("data")
                        .path("kind")
                        .asText());
        assertEquals(
                0,
                StackEnds.database(AuthStack.SCHEMA)
                        .number(
                                "SELECT COUNT(*) FROM credential WHERE account_id = UNHEX(REPLACE(?, '-', ''))",
                                agent.id().toString()));
        assertEquals(List.of(), page(null, Map.of("q", agent.email())).getList("items.id"));
        admins.anyAdmin().delete(ACCOUNTS + "/" + agent.id()).then().statusCode(204);
        patch(agent.id(), admins.etag(agent.id()), Map.of("displayName", "Back"))
                .then()
                .statusCode(409);
        admins.create(Map.of("email", agent.email(), "displayName", "New", "kind", "agent"))
                .then()
                .statusCode(201);
    }

    @Test
    void findsErasedAccountsOnlyByTheirStatus() {
        // Given
        Person user = people.user();
        admins.anyAdmin().delete(ACCOUNTS + "/" + user.id()).then().statusCode(204);

        // When
        List<String> erased =
                page(null, Map.of("status", "erased", "limit", 200)).getList("items.id");

        // Then
        assertTrue(erased.contains(user.id().toString()));
    }

    private static String etag(JsonNode state) {
        return "\"" + state.path("version").asLong() + "\"";
    }

    private Response patch(UUID id, String version, Map<String, ?> body) {
        return admins.anyAdmin().header("If-Match", version).body(body).patch(ACCOUNTS + "/" + id);
    }

    private JsonPath page(@Nullable String cursor, Map<String, ?> query) {
        var request = admins.anyAdmin().queryParams(query);
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .get(ACCOUNTS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String created(String name, String kind) {
        return admins.create(Map.of(
                        "email",
                        UUID.randomUUID() + "@helpdesk.test",
                        "displayName",
                        name,
                        "kind",
                        kind,
                        "password",
                        People.PASSWORD))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, String> newAccount() {
        return Map.of(
                "email",
                UUID.randomUUID() + "@helpdesk.test",
                "displayName",
                "Ada",
                "kind",
                "user",
                "password",
                People.PASSWORD);
    }
}
