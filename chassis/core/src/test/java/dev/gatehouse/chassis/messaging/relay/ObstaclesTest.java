package dev.gatehouse.chassis.messaging.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.messaging.relay.Outcome.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ObstaclesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Obstacles obstacles = new Obstacles();

    /** A3: what a failure is blamed on, and so who waits. */
    @Test
    void blamesTheRecordTheTopicThePartitionOrNothingOfTheRow() {
        OutboxRow row = row("t", 13);

        assertEquals(Optional.of(new Obstacle.OfKey("t", "k13", 13)), of(row, new RecordTooLargeException(), 6));
        assertEquals(Optional.of(new Obstacle.OfTopic("t")), of(row, new TimeoutException(), 0));
        assertEquals(Optional.of(new Obstacle.OfPartition("t", 6, 1)), of(row, new TimeoutException(), 6));
        assertEquals(Optional.of(new Obstacle.OfPartition("t", 6, 1)), of(row, new NotEnoughReplicasException(), 6));
        assertEquals(Optional.empty(), of(row, new KafkaException("fenced"), 6));
    }

    @Test
    void letsOthersPassAndSaysSoInSql() {
        // When
        int tries = obstacles.found(new Obstacle.OfPartition("o'k", 6, 1), new TimeoutException(), NOW);

        // Then
        assertEquals(1, tries);
        assertTrue(obstacles.before(row("o'k", 13)).isPresent());
        assertTrue(obstacles.before(row("o'k", 14)).isEmpty());
        assertTrue(obstacles.before(row("other", 13)).isEmpty());
        assertEquals("(topic = 'o''k' AND MOD(key_hash, 6) = 1)", obstacles.condition());
    }

    @Test
    void isTriedAgainAfterLongerAndLongerPauses() {
        // Given
        Obstacle obstacle = new Obstacle.OfTopic("t");
        int once = obstacles.found(obstacle, new TimeoutException(), NOW);
        int twice = obstacles.found(obstacle, new TimeoutException(), NOW);

        // Then
        assertEquals(List.of(1, 2), List.of(once, twice));
        assertFalse(obstacles.takeTurn(obstacle, NOW.plusMillis(999)));
        assertTrue(obstacles.takeTurn(obstacle, NOW.plusMillis(1_000)));
        assertFalse(obstacles.takeTurn(obstacle, NOW.plusMillis(1_001)));
    }

    @Test
    void endsWhenARowPassesOrNoneWaits() {
        // Given
        int first = obstacles.found(new Obstacle.OfTopic("t"), new TimeoutException(), NOW);
        int second = obstacles.found(new Obstacle.OfTopic("u"), new TimeoutException(), NOW);

        // When
        obstacles.passed(row("t", 1));
        obstacles.keepOnlyFor(List.of(row("v", 1)));

        // Then
        assertEquals(2, first + second);
        assertTrue(obstacles.isEmpty());
    }

    private static Optional<Obstacle> of(OutboxRow row, Exception cause, int partitions) {
        return Obstacle.of(new Failure(row, cause, partitions));
    }

    private static OutboxRow row(String topic, int hash) {
        return new OutboxRow(hash, null, topic, "k" + hash, hash, Map.of(), null, NOW);
    }
}
