package dev.gatehouse.chassis.messaging.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.messaging.event.OutboxMessage;
import dev.gatehouse.contracts.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VouchingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final Vouching vouching = new Vouching(Optional.of(new Beat()));

    @Test
    void vouchesOncePerInterval() {
        assertEquals(true, vouching.due(List.of(), NOW).isPresent());
        assertEquals(false, vouching.due(List.of(), NOW.plusMillis(999)).isPresent());
        assertEquals(true, vouching.due(List.of(), NOW.plusMillis(1_000)).isPresent());
    }

    /** A5: a heartbeat beside a revocation that does not get out would be a lie. */
    @Test
    void isSilentWhileARevocationWaitsForMoreThanASecond() {
        assertEquals(
                false, vouching.due(List.of(row(Topic.REVOCATIONS, 1_001)), NOW).isPresent());
        assertEquals(
                true,
                vouching.due(List.of(row(Topic.ACCOUNTS, 60_000), row(Topic.REVOCATIONS, 1_000)), NOW)
                        .isPresent());
    }

    @Test
    void isSilentInAServiceThatRevokesNothing() {
        assertEquals(Optional.empty(), new Vouching(Optional.empty()).due(List.of(), NOW));
    }

    private static OutboxRow row(Topic topic, long age) {
        return new OutboxRow(1, null, topic.topicName(), "key", 1, Map.of(), null, NOW.minusMillis(age));
    }

    private static final class Beat implements RelayHeartbeat {
        @Override
        public Duration every() {
            return Duration.ofSeconds(1);
        }

        @Override
        public OutboxMessage next() {
            return new OutboxMessage(Topic.REVOCATIONS.topicName(), "heartbeat", Map.of(), "{}", NOW);
        }
    }
}
