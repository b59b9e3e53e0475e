package dev.gatehouse.auth.identity.adminright;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class AdminRightResourceIT {
    private static final String ADMIN_API = "/admin/api/v1";

    private final Database database = StackEnds.database(AuthStack.SCHEMA);

    @Inject
    People people;

    @Inject
    Admins admins;

    @Inject
    AdminRightExpiryJob expiry;

    @BeforeEach
    @AfterEach
    void removeAllAdministrators() {
        int changed = database.update("UPDATE account SET admin = 0, admin_until = NULL WHERE admin = 1");
        int removed = database.update("DELETE FROM admin_right");
        assertTrue(changed >= 0 && removed >= 0);
    }

    @Test
    void grantsTheRightWithReasonAndEnd() {
        // Given
        Person granter = admin();
        Person agent = people.agent();
        Instant end = Instant.parse("2030-01-01T00:00:00Z");

        // When
        Response answer =
                put(granter, agent, Map.of("admin", true, "reason", "covers in July", "expiresAt", end.toString()));

        // Then
        answer.then().statusCode(200).body("admin", equalTo(true)).header("ETag", admins.etag(agent.id()));
        assertTrue(AccountStates.awaitAccount(
                        agent.id(),
                        state -> ("\"" + state.path("version").asLong() + "\"").equals(answer.header("ETag")))
                .path("admin")
                .asBoolean());
        JsonNode event = PublishedEvents.event(EventType.ADMIN_RIGHT_GRANTED, agent.id());
        assertEquals("covers in July", event.path("data").path("reason").asText());
        assertEquals(granter.id().toString(), event.path("actor").path("id").asText());
        admins.anyAdmin()
                .get(ADMIN_API + "/admins")
                .then()
                .statusCode(200)
                .body("items.find { it.accountId == '" + agent.id() + "' }.reason", equalTo("covers in July"))
                .body(
                        "items.find { it.accountId == '" + agent.id() + "' }.expiresAt",
                        equalTo("2030-01-01T00:00:00.000Z"))
                .body(
                        "items.find { it.accountId == '" + agent.id() + "' }.grantedBy",
                        equalTo(granter.id().toString()));
    }

    @Test
    void aNewAdministratorLogsInAgain() {
        // Given
        Person granter = admin();
        Person agent = people.agent();
        Browser browser = Browser.of(agent);
        LoggedIn session = LoggedIn.by(browser, agent);

        // When
        put(granter, agent, Map.of("admin", true, "reason", "new colleague"))
                .then()
                .statusCode(200);

        // Then
        browser.refresh(session.refreshToken()).then().statusCode(401);
        browser.with(LoggedIn.by(browser, agent).accessToken())
                .get(ADMIN_API + "/admins")
                .then()
                .statusCode(200);
    }

    @Test
    void withdrawingEndsTheSessionsThatCarryTheRole() {
        // Given
        Person granter = admin();
        Person other = admin();
        Browser browser = Browser.of(other);
        LoggedIn session = LoggedIn.by(browser, other);
        browser.with(session.accessToken()).get(ADMIN_API + "/admins").then().statusCode(200);

        // When
        put(granter, other, Map.of("admin", false, "reason", "changed teams"))
                .then()
                .statusCode(200)
                .body("admin", equalTo(false));

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> browser.with(session.accessToken())
                .get(ADMIN_API + "/admins")
                .then()
                .statusCode(401));
        browser.refresh(session.refreshToken()).then().statusCode(401);
        browser.login(other).then().statusCode(201);
        assertEquals(
                "changed teams",
                PublishedEvents.event(EventType.ADMIN_RIGHT_WITHDRAWN, other.id())
                        .path("data")
                        .path("reason")
                        .asText());
    }

    @Test
    void aUserCannotBeAdministrator() {
        put(admin(), people.user(), Map.of("admin", true, "reason", "why not"))
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("not-an-agent"));
    }

    @Test
    void anAdministratorCannotChangeTheirOwnRight() {
        // Given
        Person self = admin();
        Person other = admin();

        // Then
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("admin", false, "reason", "tired"), Map.of("admin", true, "reason", "longer please"))) {
            put(self, self, body).then().statusCode(409).body("type", equalTo("urn:gatehouse:problem:own-admin-right"));
        }
        admins.as(self.id())
                .header("If-Match", admins.etag(self.id()))
                .body(Map.of("status", "disabled"))
                .patch(ADMIN_API + "/accounts/" + self.id())
                .then()
                .statusCode(409);
        admins.as(self.id()).delete(ADMIN_API + "/accounts/" + self.id()).then().statusCode(409);
        admins.show(self.id()).then().body("admin", equalTo(true)).body("status", equalTo("active"));
        admins.show(other.id()).then().body("admin", equalTo(true));
        assertEquals(
                "own_admin_right",
                PublishedEvents.event(EventType.ADMIN_RIGHT_WITHDRAWN, self.id())
                        .path("reason")
                        .asText());
    }

    @Test
    void theOnlyAdministratorCannotBeRemoved() {
        // Given
        Person last = admin();
        String etag = admins.etag(last.id());
        removeTestsAdministrator();

        // Then
        put(last, last, Map.of("admin", false, "reason", "spring cleaning"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gatehouse:problem:own-admin-right"));
        admins.as(last.id())
                .header("If-Match", etag)
                .body(Map.of("status", "disabled"))
                .patch(ADMIN_API + "/accounts/" + last.id())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gatehouse:problem:own-admin-right"));
        admins.as(last.id())
                .delete(ADMIN_API + "/accounts/" + last.id())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gatehouse:problem:own-admin-right"));
        JsonNode event = PublishedEvents.event(EventType.ACCOUNT_DISABLED, last.id());
        assertEquals("failure", event.path("outcome").asText());
        assertEquals("own_admin_right", event.path("reason").asText());
    }

    @Test
    void anAdministratorWithoutTheRightChangesNothing() {
        // Given
        Person former = admin();
        Person agent = people.agent();
        String token = admins.token(former.id());
        int changed = database.update("UPDATE account SET admin = 0 WHERE email_key = ?", former.email());

        // When
        Response answer = given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("admin", true, "reason", "one more"))
                .put(path(agent));

        // Then
        assertEquals(1, changed);
        answer.then().statusCode(401).body("type", equalTo("urn:gatehouse:problem:session-revoked"));
        admins.show(agent.id()).then().body("admin", equalTo(false));
    }

    @Test
    void whenAllAdministratorsAreRemovedAtOnceOneRemains() {
        for (int round = 0; round < 3; round++) {
            // Given
            List<Person> all = List.of(admin(), admin(), admin(), admin(), admin(), admin());

            // When
            List<Integer> answers = Parallel.times(6, n -> takeAway(all.get((n + 1) % 6), all.get(n), n));

            // Then
            long removed = answers.stream().filter(status -> status < 300).count();
            assertEquals(6 - removed, activeAdmins(), answers::toString);
            assertTrue(activeAdmins() >= 1, answers::toString);
            removeAllAdministrators();
        }
    }

    @Test
    void ofTwoAdministratorsWhoRemoveEachOtherAtOnceOneRemains() {
        for (int round = 0; round < 3; round++) {
            // Given
            List<Person> both = List.of(admin(), admin());

            // When
            List<Integer> answers =
                    Parallel.times(2, n -> put(both.get(n), both.get(1 - n), Map.of("admin", false, "reason", "race"))
                            .statusCode());

            // Then
            assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers::toString);
            assertEquals(1, activeAdmins());
            removeAllAdministrators();
        }
    }

    @Test
    void aRightExpires() {
        // Given
        Person stays = admin();
        Person agent = people.agent();
        Instant end = Instant.now().plusSeconds(1);
        put(stays, agent, Map.of("admin", true, "reason", "for a moment", "expiresAt", end.toString()))
                .then()
                .statusCode(200);

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> admins.show(agent.id()).then().body("admin", equalTo(false)));
        JsonNode event = PublishedEvents.event(EventType.ADMIN_RIGHT_WITHDRAWN, agent.id());
        assertEquals("expired", event.path("data").path("reason").asText());
        assertEquals("system", event.path("actor").path("kind").asText());
        assertEquals(0, database.number("SELECT COUNT(*) FROM account WHERE admin_until IS NOT NULL"));
    }

    @Test
    void theLastAdministratorKeepsAnExpiredRight() {
        // Given
        Person stays = admin();
        Person agent = people.agent();
        put(stays, agent, Map.of("admin", true, "reason", "for a while", "expiresAt", "2030-01-01T00:00:00Z"))
                .then()
                .statusCode(200);
        people.disable(stays);
        removeTestsAdministrator();
        database.update("UPDATE account SET admin_until = '2020-01-01' WHERE admin_until IS NOT NULL");

        // When
        expiry.withdrawExpired().await().atMost(Duration.ofSeconds(10));

        // Then
        admins.show(agent.id()).then().body("admin", equalTo(true));
        assertEquals(List.of(), successes(EventType.ADMIN_RIGHT_WITHDRAWN, agent.id()));
    }

    @Test
    void knowsWhenAnAdministratorLastUsedTheRight() {
        // Given
        Person admin = admin();
        Person user = people.user();

        // When
        admins.as(admin.id())
                .header("If-Match", admins.etag(user.id()))
                .body(Map.of("displayName", "Grace"))
                .patch(ADMIN_API + "/accounts/" + user.id())
                .then()
                .statusCode(200);

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> admins.anyAdmin()
                .get(ADMIN_API + "/admins")
                .then()
                .body("items.find { it.accountId == '" + admin.id() + "' }.lastAdminActionAt", not(nullValue())));
    }

    @Test
    void anIfMatchIsHonouredAndOptional() {
        // Given
        Person granter = admin();
        Person agent = people.agent();

        // Then
        admins.as(granter.id())
                .header("If-Match", "\"7\"")
                .body(Map.of("admin", true, "reason", "new colleague"))
                .put(path(agent))
                .then()
                .statusCode(412);
        admins.as(granter.id())
                .header("If-Match", admins.etag(agent.id()))
                .body(Map.of("admin", true, "reason", "new colleague"))
                .put(path(agent))
                .then()
                .statusCode(200);
    }

    @Test
    void refusesMalformedRequestsAndUnknownAccounts() {
        // Given
        Person granter = admin();
        Person agent = people.agent();

        // Then
        put(granter, agent, Map.of("admin", "yes", "reason", "x")).then().statusCode(400);
        put(granter, agent, Map.of("admin", true, "reason", "x", "role", "root"))
                .then()
                .statusCode(400);
        put(granter, agent, Map.of("admin", true)).then().statusCode(422);
        put(granter, agent, Map.of("admin", true, "reason", "x", "expiresAt", "tomorrow"))
                .then()
                .statusCode(400);
        put(granter, agent, Map.of("admin", true, "reason", "x", "expiresAt", "2020-01-01T00:00:00.000Z"))
                .then()
                .statusCode(422);
        admins.as(granter.id())
                .body(Map.of("admin", true, "reason", "x"))
                .put(ADMIN_API + "/accounts/" + UUID.randomUUID() + "/admin")
                .then()
                .statusCode(404);
        admins.show(agent.id()).then().body("admin", equalTo(false));
    }

    /** Each way to remove an administrator in turn; the caller has no account of their own. */
    private int takeAway(Person actor, Person person, int way) {
        return switch (way % 3) {
            case 0 ->
                put(actor, person, Map.of("admin", false, "reason", "race")).statusCode();
            case 1 ->
                admins.as(actor.id())
                        .delete(ADMIN_API + "/accounts/" + person.id())
                        .statusCode();
            default ->
                admins.as(actor.id())
                        .header("If-Match", admins.etag(person.id()))
                        .body(Map.of("status", "disabled"))
                        .patch(ADMIN_API + "/accounts/" + person.id())
                        .statusCode();
        };
    }

    /** The administrator of {@link Admins#anyAdmin} is none until it is asked for again. */
    private void removeTestsAdministrator() {
        assertEquals(
                1,
                database.update(
                        "UPDATE account SET admin = 0 WHERE email_key = ?", Admins.SOMEBODY + "@helpdesk.test"));
    }

    private static List<JsonNode> successes(EventType type, UUID accountId) {
        return PublishedEvents.events(type, accountId).stream()
                .filter(event -> "success".equals(event.path("outcome").asText()))
                .toList();
    }

    private long activeAdmins() {
        return database.number(
                "SELECT COUNT(*) FROM account WHERE admin = 1 AND status = 'ACTIVE' AND email_key <> ?",
                Admins.SOMEBODY + "@helpdesk.test");
    }

    /** An agent who was granted the right over HTTP, by a caller without an account. */
    private Person admin() {
        Person agent = people.agent();
        admins.anyAdmin()
                .body(Map.of("admin", true, "reason", "test"))
                .put(path(agent))
                .then()
                .statusCode(200);
        return agent;
    }

    private Response put(Person granter, Person person, Map<String, ?> body) {
        return put(granter.id(), person, body);
    }

    private Response put(UUID granter, Person person, Map<String, ?> body) {
        return admins.as(granter).body(body).put(path(person));
    }

    private static String path(Person person) {
        return ADMIN_API + "/accounts/" + person.id() + "/admin";
    }
}
