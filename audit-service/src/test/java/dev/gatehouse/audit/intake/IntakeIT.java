package dev.gatehouse.audit.intake;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.audit.AuditRecords;
import dev.gatehouse.audit.AuditSchema;
import dev.gatehouse.audit.RealStack;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealStack
class IntakeIT {
    /** A record at fault is tried three times among others and three times alone, with a pause in between. */
    private static final int OF_A_CULPRIT = 4;

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Database database = AuditSchema.database();
    private final Topics topics = StackEnds.topics();

    @Inject
    MeterRegistry meters;

    @Test
    void hearsAnEventOnceHoweverOftenItIsDelivered() {
        // Given
        AuditRecords record = AuditRecords.event();

        // When
        AuditRecords last = record.send().send().send();
        AuditRecords marker = AuditRecords.event().send();

        // Then
        awaitStored(marker);
        assertEquals(1, stored(last));
    }

    @Test
    void keepsATypeThatItDoesNotKnowWhole() {
        AuditRecords record = AuditRecords.event()
                .type("moon.risen")
                .json("data", "{\"phase\":\"full\",\"nested\":{\"a\":[1,2.5,null]}}")
                .json("tide", "\"high\"")
                .send();

        awaitStored(record);
        assertEquals(record.toEvent().json(), json(record));
        assertTrue(json(record).contains("\"tide\":\"high\""));
    }

    @Test
    void putsPoisonAsideAndLosesNoneOfItsNeighbours() {
        // Given
        AuditRecords poison = AuditRecords.event();
        AuditRecords nameless = AuditRecords.event().withoutHeader(Headers.TYPE);

        // When
        AuditRecords before = AuditRecords.event().send();
        poison.send("{\"half".getBytes(StandardCharsets.UTF_8));
        nameless.send(nameless.value());
        AuditRecords after = AuditRecords.event().send();

        // Then
        awaitStored(after);
        assertEquals(1, stored(before));
        assertEquals(0, stored(poison));
        assertTrue(reasonOf(poison).contains("not JSON"));
        assertTrue(reasonOf(nameless).contains(Headers.TYPE));
    }

    @Test
    void findsTheCulpritWhenTheDatabaseRefusesABatch() {
        // Given: the database checks JSON to a depth of 32
        AuditRecords culprit = AuditRecords.event().json("data", "{\"a\":".repeat(60) + "1" + "}".repeat(60));

        // When
        AuditRecords before = AuditRecords.event().send();
        culprit.send(culprit.value());
        AuditRecords after = AuditRecords.event().send();

        // Then
        awaitStored(after);
        assertEquals(1, stored(before));
        assertEquals(0, stored(culprit));
        assertEquals(1, deadLettersOf(culprit).size());
        assertEquals(gapless(), database.number("SELECT next_index FROM log_head"));
    }

    @Test
    void putsARecordWithoutAValueAside() {
        AuditRecords empty = AuditRecords.event();

        empty.send(null);

        awaitStored(AuditRecords.event().send());
        assertTrue(reasonOf(empty).contains("no value"));
    }

    @Test
    void saysWhereARecordStandsThatIsTooLargeToBePutAside() {
        // Given: it fits a record of the broker, but not with the reason added
        long letters = pointers();

        // When
        AuditRecords before = AuditRecords.event().send();
        AuditRecords.event().send(new byte[(1 << 20) - 400]);
        AuditRecords after = AuditRecords.event().send();

        // Then
        awaitStored(after);
        assertEquals(1, stored(before));
        assertEquals(letters + 1, pointers());
    }

    @Test
    @DisplayName("B9: a head that is behind its entries stops the log, and no event becomes a dead letter")
    void waitsForTheRepairOfTheHead() {
        // Given
        awaitStored(AuditRecords.event().send());
        assertEquals(1, database.update("UPDATE log_head SET next_index = next_index - 1"));
        double before = interruptions();
        AuditRecords record = AuditRecords.event().send();

        // When
        await().atMost(TIMEOUT).untilAsserted(() -> assertTrue(interruptions() > before + OF_A_CULPRIT));
        assertEquals(1, database.update("UPDATE log_head SET next_index = next_index + 1"));

        // Then
        awaitStored(record);
        assertEquals(List.of(), deadLettersOf(record));
    }

    @Test
    void leavesADeadLetterThatCanBePlayedAgain() {
        // Given
        AuditRecords poison = AuditRecords.event().field("outcome", "maybe");

        // When
        AuditRecords sent = poison.send();

        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertEquals(1, deadLettersOf(sent).size()));
        ConsumerRecord<String, byte[]> letter = deadLettersOf(sent).getFirst();
        assertEquals("key", letter.key());
        assertEquals(
                new String(sent.value(), StandardCharsets.UTF_8), new String(letter.value(), StandardCharsets.UTF_8));
        assertEquals("login.failed", Topics.header(letter, Headers.TYPE));
        assertEquals(Topics.nameOf(Topic.SECURITY_EVENTS), Topics.header(letter, "dead-letter-topic"));
        assertTrue(reasonOf(sent).contains("outcome"));
    }

    @Test
    void waitsForADatabaseThatCannotWorkAndLosesNothing() {
        // Given
        assertEquals(0, database.update("RENAME TABLE log_entry TO log_entry_away"));
        double before = interruptions();
        AuditRecords record = AuditRecords.event().send();

        // When
        await().atMost(TIMEOUT).untilAsserted(() -> assertTrue(interruptions() > before + OF_A_CULPRIT));
        assertEquals(0, database.update("RENAME TABLE log_entry_away TO log_entry"));

        // Then
        awaitStored(record);
        assertEquals(List.of(), deadLettersOf(record));
    }

    private long pointers() {
        return topics.all(Topic.AUDIT_DEAD_LETTERS).stream()
                .filter(letter -> "omitted".equals(Topics.header(letter, "dead-letter-value")))
                .filter(letter ->
                        Topics.nameOf(Topic.SECURITY_EVENTS).equals(Topics.header(letter, "dead-letter-topic")))
                .count();
    }

    private double interruptions() {
        return meters.counter("gatehouse.consumer.interruptions").count();
    }

    private void awaitStored(AuditRecords record) {
        await().atMost(TIMEOUT).untilAsserted(() -> assertEquals(1, stored(record)));
    }

    private long stored(AuditRecords record) {
        return database.number("SELECT COUNT(*) FROM log_entry WHERE id = ?", UuidBytes.bytes(record.id()));
    }

    private long gapless() {
        return database.number("SELECT COUNT(*) FROM log_entry");
    }

    private String json(AuditRecords record) {
        return String.valueOf(database.query("SELECT event FROM log_entry WHERE id = ?", UuidBytes.bytes(record.id()))
                .getFirst()
                .get("event"));
    }

    private List<ConsumerRecord<String, byte[]>> deadLettersOf(AuditRecords record) {
        return topics.all(Topic.AUDIT_DEAD_LETTERS).stream()
                .filter(letter -> record.id().toString().equals(Topics.header(letter, Headers.ID)))
                .toList();
    }

    private String reasonOf(AuditRecords record) {
        return String.valueOf(Topics.header(deadLettersOf(record).getFirst(), "dead-letter-reason"));
    }
}
