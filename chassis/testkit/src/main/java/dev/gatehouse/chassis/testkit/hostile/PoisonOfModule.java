package dev.gatehouse.chassis.testkit.hostile;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Records that nobody can read, in every topic that a service reads: each becomes one dead letter, and the topic is
 * read on. It is extended by a {@code @QuarkusTest}.
 */
public abstract class PoisonOfModule {
    private static final List<byte[]> UNREADABLE = List.of(
            bytes("{\"outcome\":"), bytes("[]"), bytes("{}"), bytes("nothing"), new byte[] {(byte) 0xff, 0, (byte) 0xfe
            });

    private final Topics topics = StackEnds.topics();

    /** The topics that the service reads, each with a type of record that has an effect there. */
    protected abstract Map<Topic, String> read();

    /** Where the service puts what it cannot process. */
    protected abstract Topic deadLetters();

    @Test
    void eachBecomesOneDeadLetterAndTheTopicIsReadOn() {
        String key = UUID.randomUUID().toString();
        for (int round = 1; round <= UNREADABLE.size(); round++) {
            byte[] value = UNREADABLE.get(round - 1);
            read().forEach((topic, type) -> topics.produce(topic, key, value, headers(type)));
            int expected = round * read().size();
            await().atMost(Eventually.LIMIT).untilAsserted(() -> assertEquals(expected, letters(key)));
        }
    }

    private int letters(String key) {
        return topics.all(deadLetters(), key).size();
    }

    private static Map<String, String> headers(String type) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                type,
                "ce_source",
                "test",
                "ce_time",
                Instant.now().toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
