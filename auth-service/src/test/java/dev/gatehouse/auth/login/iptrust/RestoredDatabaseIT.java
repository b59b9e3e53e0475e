package dev.gatehouse.auth.login.iptrust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Eventually;
import dev.gatehouse.auth.IpTrust;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
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
}
