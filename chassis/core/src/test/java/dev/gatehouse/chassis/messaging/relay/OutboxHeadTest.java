package dev.gatehouse.chassis.messaging.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.messaging.relay.OutboxHead.Numbering;
import dev.gatehouse.contracts.topic.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutboxHeadTest {
    private static final String EVENTS = Topic.SECURITY_EVENTS.topicName();
    private static final String ACCOUNTS = Topic.ACCOUNTS.topicName();

    @Test
    void numbersEventsThatHaveNoNumberAndKeepsTheOrderOfPublishing() {
        // Given
        OutboxHead head = new OutboxHead(4, 10, "");
        OutboxRow underWay = row(9, EVENTS, 10L);

        // When
        Numbering numbering = head.number(
                List.of(underWay), List.of(row(7, EVENTS, null), row(8, ACCOUNTS, null), row(3, EVENTS, 2L)));

        // Then
        assertEquals(new OutboxHead(5, 11, "9:10,7:11,8,3:2"), numbering.after());
    }

    @Test
    void resumesInThatOrderWithWhatIsStillThere() {
        // Given
        OutboxHead head = new OutboxHead(5, 11, "9:10,7:11,8");

        // When
        List<OutboxRow> rows = head.resume(List.of(row(7, EVENTS, null), row(8, ACCOUNTS, null), row(9, EVENTS, null)));

        // Then
        assertEquals(List.of(row(9, EVENTS, 10L), row(7, EVENTS, 11L), row(8, ACCOUNTS, null)), rows);
        assertEquals(List.of(row(8, ACCOUNTS, null)), head.resume(List.of(row(8, ACCOUNTS, null))));
        assertEquals(List.of(), new OutboxHead(0, 0, "").resume(List.of()));
    }

    private static OutboxRow row(long id, String topic, @Nullable Long sequence) {
        return new OutboxRow(id, sequence, topic, "key", 1, Map.of(), null, Instant.EPOCH);
    }
}
