package dev.gatehouse.auth.login.iptrust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Eventually;
import dev.gatehouse.auth.IpTrust;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.chassis.testkit.restore.SchemaCopy;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that is restored from a copy is older than the topics. */
@QuarkusTest
@AuthStack
class RestoredDatabaseIT {
    private static final String ENABLED = "SELECT COUNT(*) FROM ip_trust_setting WHERE enabled";

    private static final String OPEN =
            "SELECT COUNT(*) FROM session WHERE id = UNHEX(REPLACE(?, '-', '')) AND ended_at IS NULL";
    private static final String WITHDRAWN = "203.0.113.61";
    private static final String KEPT = "203.0.113.62";
    private static final String NEW = "203.0.113.63";

    private final Database database = StackEnds.database(AuthStack.SCHEMA);

    @Inject
    People people;

    @Inject
    IpTrust ipTrust;

    @AfterEach
    void turnIpTrustOff() {
        ipTrust.off();
    }

    /** L14: IP trust that was turned on after the copy was made is not off until somebody edits its settings. */
    @Test
    void l14TakesUpTheSettingsThatTheCopyDoesNotKnow() {
        // Given
        Person agent = people.agent();
        ipTrust.off();
        long version = database.number("SELECT version FROM ip_trust_setting");
        long position = database.number(
                "SELECT MAX(next_offset) FROM consumer_position WHERE topic = ?", Topics.nameOf(Topic.SETTINGS));
        ipTrust.on();

        // When
        database.update("UPDATE ip_trust_setting SET enabled = FALSE, version = ?", version);
        database.update(
                "UPDATE consumer_position SET next_offset = ?, owner = UNHEX(REPEAT('00', 16))"
                        + " WHERE topic = ? AND next_offset IS NOT NULL",
                position,
                Topics.nameOf(Topic.SETTINGS));
        assertEquals(0, database.number(ENABLED));
        ipTrust.offAgain(version);

        // Then
        Eventually.until(() -> database.number(ENABLED) == 1);
        Browser.of(agent).login(agent).then().statusCode(202);
    }

    /**
     * B5, A9: what was withdrawn after the copy was made stays withdrawn, what was trusted since is trusted, and a
     * session that ended since does not come alive.
     */
    @Test
    void aWholeCopyTakesUpWhatHappenedSince() {
        // Given
        Person agent = people.agent();
        ipTrust.on();
        ipTrust.trusts(agent, WITHDRAWN);
        ipTrust.trusts(agent, KEPT);
        Browser browser = Browser.of(agent).from(KEPT);
        Eventually.until(() -> browser.login(agent).statusCode() == 201);
        LoggedIn ended = LoggedIn.by(browser, agent);
        LoggedIn open = LoggedIn.by(browser, agent);
        long version = database.number("SELECT version FROM ip_trust_setting");
        try (SchemaCopy copy = SchemaCopy.of(database)) {
            ipTrust.untrusts(agent, WITHDRAWN);
            ipTrust.trusts(agent, NEW);
            browser.with(ended.accessToken())
                    .delete(browser.path("/sessions/current"))
                    .then()
                    .statusCode(204);
            Eventually.until(() -> browser.from(NEW).login(agent).statusCode() == 201);
            PublishedEvents.event(EventType.SESSION_ENDED, agent.id());

            // When
            copy.restore();
            ipTrust.offAgain(version);

            // Then
            Eventually.until(() -> browser.from(NEW).login(agent).statusCode() == 201);
            Eventually.until(() -> database.number(OPEN, ended.sessionId().toString()) == 0);
            browser.from(WITHDRAWN).login(agent).then().statusCode(202);
            browser.refresh(ended.refreshToken()).then().statusCode(401);
            browser.refresh(open.refreshToken()).then().statusCode(200);
            LoggedIn later = LoggedIn.by(browser, agent);
            Eventually.until(() -> PublishedEvents.events(EventType.LOGIN_SUCCEEDED, agent.id()).stream()
                    .anyMatch(event -> later.sessionId()
                            .toString()
                            .equals(event.path("sessionId").asText())));
        }
    }
}
