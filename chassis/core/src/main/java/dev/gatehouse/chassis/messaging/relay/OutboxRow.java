package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.messaging.wire.WireJson;
import dev.gatehouse.contracts.topic.Topic;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way.
 *
 * @param sequence its number within the service; absent where none was given yet, or the topic is not numbered
 */
record OutboxRow(
        long id,
        @Nullable Long sequence,
        String topic,
        String key,
        int keyHash,
        Map<String, String> headers,
        @Nullable String payload,
        Instant createdAt) {
    static final String COLUMNS = "id, sequence, topic, message_key, key_hash, headers, payload, created_at";

    /** What must stay in order. */
    record OrderedBy(String topic, String key) {}

    static OutboxRow of(Row row) {
        return new OutboxRow(
                row.getLong("id"),
                row.getLong("sequence"),
                row.getString("topic"),
                row.getString("message_key"),
                row.getInteger("key_hash"),
                WireJson.headers(row.getString("headers")),
                row.getString("payload"),
                UtcTimes.from(row.getLocalDateTime("created_at")));
    }

    OrderedBy orderedBy() {
        return new OrderedBy(topic, key);
    }

    /** These go before all others. */
    boolean isUrgent() {
        return topic.equals(Topic.REVOCATIONS.topicName());
    }

    boolean isCounted() {
        return topic.equals(Topic.SECURITY_EVENTS.topicName());
    }

    OutboxRow withSequence(@Nullable Long number) {
        return new OutboxRow(id, number, topic, key, keyHash, headers, payload, createdAt);
    }
}
