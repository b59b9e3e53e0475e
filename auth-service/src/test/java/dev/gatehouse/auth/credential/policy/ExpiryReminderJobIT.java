package dev.gatehouse.auth.credential.policy;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class ExpiryReminderJobIT {
    private static final String POLICY = "/admin/api/v1/settings/password-policy/agents";

    @Inject
    PasswordPolicies policies;

    @Inject
    SqlPasswordAccounts accounts;

    @Inject
    Transactions transactions;

    @Inject
    Events events;

    @Inject
    People people;

    private final Instant set = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofDays(17));

    @BeforeEach
    void passwordsAge() {
        Map<String, Object> policy = new HashMap<>(Map.of(
                "preset",
                "custom",
                "minLength",
                15,
                "history",
                0,
                "blockCommon",
                true,
                "blockPersonal",
                true,
                "minStrength",
                3,
                "maxAge",
                "P30D"));
        List.of("Lowercase", "Uppercase", "Digit", "Symbol").forEach(kind -> policy.put("require" + kind, false));
        change(policy);
    }

    @AfterEach
    void backToModern() {
        change(Map.of("preset", "modern"));
    }

    @Test
    void remindsFourteenSevenAndOneDaysAheadOnceEach() {
        // Given
        Person agent = aged();

        // When
        look(Duration.ofDays(15));
        look(Duration.ofDays(17));
        look(Duration.ofDays(20));
        look(Duration.ofDays(24));
        look(Duration.ofDays(28));
        look(Duration.ofDays(29).plusHours(1));
        look(Duration.ofDays(29).plusHours(23));
        look(Duration.ofDays(31));

        // Then
        assertEquals(List.of(14, 7, 1), reminders(agent));
        assertEquals(
                set.plus(Duration.ofDays(30)).toString(),
                PublishedEvents.events(EventType.PASSWORD_EXPIRING, agent.id())
                        .getFirst()
                        .at("/data/expiresAt")
                        .asText());
    }

    @Test
    void afterAnOutageOnlyTheNearestReminderIsSent() {
        // Given
        Person agent = aged();

        // When
        look(Duration.ofDays(29).plusHours(1));

        // Then
        assertEquals(List.of(1), reminders(agent));
    }

    @Test
    void anotherMaximumAgeBeginsAnew() {
        // Given
        Person agent = aged();
        look(Duration.ofDays(17));

        // When
        Map<String, Object> longer = new HashMap<>(given().auth()
                .oauth2(people.adminToken())
                .get(POLICY)
                .jsonPath()
                .getMap("$"));
        longer.remove("maxLength");
        longer.remove("phraseLength");
        longer.put("maxAge", "P60D");
        change(longer);
        look(Duration.ofDays(17));
        look(Duration.ofDays(47));

        // Then
        assertEquals(List.of(14, 14), reminders(agent));
    }

    /** Two replicas look at one moment. */
    private void look(Duration afterSetting) {
        Instant now = set.plus(afterSetting);
        List<Uni<Void>> replicas = List.of(job(now).remind(), job(now).remind());
        Uni.join().all(replicas).andCollectFailures().await().atMost(Duration.ofSeconds(30));
    }

    private ExpiryReminderJob job(Instant now) {
        return new ExpiryReminderJob(policies, accounts, transactions, events, () -> now);
    }

    private Person aged() {
        Person agent = people.agent();
        StackEnds.database(AuthStack.SCHEMA)
                .update(
                        "UPDATE credential SET changed_at = ? WHERE account_id = ?",
                        UtcTimes.of(set),
                        UuidBytes.bytes(agent.id()));
        return agent;
    }

    private static List<Integer> reminders(Person agent) {
        Awaitility.await().until(() -> StackEnds.database(AuthStack.SCHEMA).number("SELECT COUNT(*) FROM outbox") == 0);
        return PublishedEvents.events(EventType.PASSWORD_EXPIRING, agent.id()).stream()
                .map(event -> event.at("/data/days").asInt())
                .toList();
    }

    private void change(Map<String, ?> policy) {
        String token = people.adminToken();
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("If-Match", given().auth().oauth2(token).get(POLICY).header("ETag"))
                .body(policy)
                .put(POLICY)
                .then()
                .statusCode(200);
    }
}
