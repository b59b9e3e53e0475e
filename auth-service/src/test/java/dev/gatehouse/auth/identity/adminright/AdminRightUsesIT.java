package dev.gatehouse.auth.identity.adminright;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What of an admin right was used, and what a change of it says. */
@QuarkusTest
@AuthStack
class AdminRightUsesIT {
    private static final String ACCOUNTS = "/admin/api/v1/accounts/";

    @Inject
    People people;

    @Inject
    Admins admins;

    @Test
    void saysWhatOfTheRightWasUsed() {
        // Given
        Person admin = admin();
        Person user = people.user();

        // When
        rename(admin, user, "Grace");
        rename(admin, user, "Grace Hopper");
        require(admin, user);

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> list().body(
                        of(admin) + ".uses.action", contains("account.changed", "password-change.required"))
                .body(of(admin) + ".uses[0].lastUsedAt", not(nullValue()))
                .body(of(admin) + ".lastAdminActionAt", not(nullValue())));
    }

    @Test
    void forgetsWhatWasUsedLongAgo() {
        // Given
        Person admin = admin();
        Person user = people.user();
        rename(admin, user, "Grace");
        require(admin, user);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> list().body(
                        of(admin) + ".uses.size()", equalTo(2)));

        // When
        int aged = StackEnds.database(AuthStack.SCHEMA)
                .update(
                        "UPDATE admin_right_use SET last_used_at = NOW() - INTERVAL 91 DAY"
                                + " WHERE account_id = UNHEX(REPLACE(?, '-', '')) AND action = 'account.changed'",
                        admin.id().toString());

        // Then
        assertEquals(1, aged);
        list().body(of(admin) + ".uses.action", contains("password-change.required"));
    }

    @Test
    void aRefusedAttemptIsNoUse() {
        // Given
        Person admin = admin();
        admins.as(admin.id())
                .body(Map.of("admin", false, "reason", "tired"))
                .put(ACCOUNTS + admin.id() + "/admin")
                .then()
                .statusCode(409);
        Person user = people.user();

        // When
        rename(admin, user, "Grace");

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> list().body(
                        of(admin) + ".uses.action", contains("account.changed")));
    }

    @Test
    void everyChangeOfARightSaysWhatItWasBefore() {
        // Given
        Person agent = people.agent();

        // When
        grant(agent, Map.of("admin", true, "reason", "one", "expiresAt", "2030-01-01T00:00:00Z"));
        grant(agent, Map.of("admin", true, "reason", "two", "expiresAt", "2031-01-01T00:00:00Z"));
        grant(agent, Map.of("admin", false, "reason", "three"));

        // Then
        JsonNode withdrawn = changes(EventType.ADMIN_RIGHT_WITHDRAWN, agent);
        assertEquals("admin true -> false, expiresAt 2031-01-01T00:00:00Z -> , reason two -> ", text(withdrawn));
        JsonNode first = PublishedEvents.events(EventType.ADMIN_RIGHT_GRANTED, agent.id())
                .getFirst()
                .path("data")
                .path("changes");
        assertEquals("admin false -> true, expiresAt  -> 2030-01-01T00:00:00Z, reason  -> one", text(first));
        assertEquals(
                "expiresAt 2030-01-01T00:00:00Z -> 2031-01-01T00:00:00Z, reason one -> two",
                text(changes(EventType.ADMIN_RIGHT_GRANTED, agent)));
    }

    @Test
    void everyChangeOfAnAccountSaysWhatItWasBefore() {
        // Given
        Person agent = people.agent();
        Person admin = admin();

        // When
        require(admin, agent);
        status(agent, "disabled");
        status(agent, "active");
        admins.anyAdmin()
                .queryParam("reason", "lifted")
                .delete(ACCOUNTS + agent.id() + "/require-password-change")
                .then()
                .statusCode(204);
        admins.anyAdmin().delete(ACCOUNTS + agent.id()).then().statusCode(204);

        // Then
        assertEquals("passwordChange  -> by_admin", text(changes(EventType.PASSWORD_CHANGE_REQUIRED, agent)));
        assertEquals("passwordChange by_admin -> ", text(changes(EventType.PASSWORD_CHANGE_WAIVED, agent)));
        assertEquals("status active -> disabled", text(changes(EventType.ACCOUNT_DISABLED, agent)));
        assertEquals("status disabled -> active", text(changes(EventType.ACCOUNT_ENABLED, agent)));
        assertEquals("status active -> erased", text(changes(EventType.ACCOUNT_ERASED, agent)));
    }

    private static JsonNode changes(EventType type, Person person) {
        return PublishedEvents.event(type, person.id()).path("data").path("changes");
    }

    private static String text(JsonNode changes) {
        StringBuilder text = new StringBuilder();
        changes.forEach(change -> text.append(text.isEmpty() ? "" : ", ")
                .append(change.path("field").asText())
                .append(' ')
                .append(change.path("before").asText(""))
                .append(" -> ")
                .append(change.path("after").asText("")));
        return text.toString();
    }

    private Person admin() {
        Person agent = people.agent();
        grant(agent, Map.of("admin", true, "reason", "test"));
        return agent;
    }

    private void grant(Person agent, Map<String, ?> body) {
        admins.anyAdmin()
                .body(body)
                .put(ACCOUNTS + agent.id() + "/admin")
                .then()
                .statusCode(200);
    }

    private void rename(Person admin, Person user, String name) {
        admins.as(admin.id())
                .header("If-Match", admins.etag(user.id()))
                .body(Map.of("displayName", name))
                .patch(ACCOUNTS + user.id())
                .then()
                .statusCode(200);
    }

    private void require(Person admin, Person person) {
        admins.as(admin.id())
                .body(Map.of("reason", "found in a list"))
                .post(ACCOUNTS + person.id() + "/require-password-change")
                .then()
                .statusCode(204);
    }

    private void status(Person person, String status) {
        admins.anyAdmin()
                .header("If-Match", admins.etag(person.id()))
                .body(Map.of("status", status))
                .patch(ACCOUNTS + person.id())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse list() {
        return admins.anyAdmin()
                .queryParam("limit", 200)
                .get("/admin/api/v1/admins")
                .then()
                .statusCode(200);
    }

    private static String of(Person person) {
        return "items.find { it.accountId == '" + person.id() + "' }";
    }
}
