package dev.gatehouse.auth.identity.adminright;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Parallel;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator whose right is about to end is not the one who stays. */
@QuarkusTest
@AuthStack
class LastAdministratorIT {
    private static final String ACCOUNTS = "/admin/api/v1/accounts/";
    private static final String LAST_ADMIN = "urn:gatehouse:problem:last-admin";
    private static final Duration SOON = Duration.ofDays(6);
    private static final Duration LATER = Duration.ofDays(8);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Database database = StackEnds.database(AuthStack.SCHEMA);

    @Inject
    People people;

    @Inject
    Admins admins;

    @Inject
    AdminRights rights;

    @BeforeEach
    @AfterEach
    void removeAllAdministrators() {
        int changed = database.update("UPDATE account SET admin = 0, admin_until = NULL WHERE admin = 1");
        int removed = database.update("DELETE FROM admin_right");
        assertTrue(changed >= 0 && removed >= 0);
    }

    @Test
    void cannotBeRemovedByOneWhoseRightEndsSoon() {
        // Given
        Person stays = people.agent();
        Person ending = people.agent();
        grant(stays, null);
        grant(ending, SOON);
        String etag = admins.etag(stays.id());
        removeTestsAdministrator();

        // Then
        withdraw(ending, stays).then().statusCode(409).body("type", equalTo(LAST_ADMIN));
        admins.as(ending.id())
                .header("If-Match", etag)
                .body(Map.of("status", "disabled"))
                .patch(ACCOUNTS + stays.id())
                .then()
                .statusCode(409)
                .body("type", equalTo(LAST_ADMIN));
        admins.as(ending.id())
                .delete(ACCOUNTS + stays.id())
                .then()
                .statusCode(409)
                .body("type", equalTo(LAST_ADMIN));
        put(ending, stays, endsIn(Duration.ofMinutes(5))).then().statusCode(409).body("type", equalTo(LAST_ADMIN));
        assertEquals(
                "last_admin",
                PublishedEvents.event(EventType.ADMIN_RIGHT_WITHDRAWN, stays.id())
                        .path("reason")
                        .asText());
    }

    @Test
    void canBeRemovedByOneWhoseRightLastsLonger() {
        // Given
        Person leaves = people.agent();
        Person lasting = people.agent();
        grant(leaves, null);
        grant(lasting, LATER);
        removeTestsAdministrator();

        // Then
        withdraw(lasting, leaves).then().statusCode(200);
    }

    @Test
    void ofTwoWhoEndEachOthersRightAtOnceOneStays() {
        for (int round = 0; round < 3; round++) {
            // Given
            List<Person> both = List.of(people.agent(), people.agent());
            both.forEach(person -> grant(person, null));
            removeTestsAdministrator();

            // When
            List<Integer> answers = Parallel.times(
                    2,
                    n -> n == 0
                            ? withdraw(both.get(0), both.get(1)).statusCode()
                            : put(both.get(1), both.get(0), endsIn(Duration.ofMinutes(5)))
                                    .statusCode());

            // Then
            assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers::toString);
            assertEquals(
                    List.of(),
                    answers.stream()
                            .filter(status -> status != 200 && status != 409 && status != 401)
                            .toList());
            removeAllAdministrators();
        }
    }

    /** Nobody acts here whose own right would be held meanwhile. */
    @Test
    void ofTwoWhoseRightsEndAtOnceOneStays() {
        for (int round = 0; round < 3; round++) {
            // Given
            List<Person> both = List.of(people.agent(), people.agent());
            both.forEach(person -> grant(person, null));
            removeTestsAdministrator();
            assertEquals(
                    2,
                    database.update(
                            "UPDATE account SET admin_until = UTC_TIMESTAMP(3) - INTERVAL 1 SECOND WHERE admin"));

            // When
            List<AccountOutcome> outcomes = Parallel.times(
                    2, n -> rights.expire(both.get(n).id()).await().atMost(PATIENCE));

            // Then
            assertEquals(1, database.number("SELECT COUNT(*) FROM account WHERE admin"), outcomes::toString);
            removeAllAdministrators();
        }
    }

    private void grant(Person agent, @Nullable Duration duration) {
        Map<String, Object> body = duration == null ? Map.of("admin", true, "reason", "test") : endsIn(duration);
        admins.anyAdmin()
                .body(body)
                .put(ACCOUNTS + agent.id() + "/admin")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> endsIn(Duration duration) {
        return Map.of(
                "admin",
                true,
                "reason",
                "test",
                "expiresAt",
                Instant.now().plus(duration).toString());
    }

    private Response withdraw(Person actor, Person person) {
        return put(actor, person, Map.of("admin", false, "reason", "test"));
    }

    private Response put(Person actor, Person person, Map<String, ?> body) {
        return admins.as(actor.id()).body(body).put(ACCOUNTS + person.id() + "/admin");
    }

    private void removeTestsAdministrator() {
        assertEquals(
                1,
                database.update(
                        "UPDATE account SET admin = 0 WHERE email_key = ?", Admins.SOMEBODY + "@helpdesk.test"));
    }
}
