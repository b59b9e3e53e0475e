package dev.gatehouse.chassis.messaging.outbox;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.messaging.wire.WireJson;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One statement that inserts all messages of a call. A tombstone's absent payload is written into the statement itself.
 */
record OutboxInsert(String sql, List<Object> values) {
    private static final String INTO = "INSERT INTO outbox (topic, message_key, headers, payload, created_at) VALUES ";

    static OutboxInsert of(List<OutboxMessage> messages) {
        String rows = messages.stream().map(OutboxInsert::placeholders).collect(Collectors.joining(", "));
        List<Object> values = new ArrayList<>();
        messages.forEach(message -> addValues(values, message));
        return new OutboxInsert(INTO + rows, values);
    }

    Tuple tuple() {
        return Tuple.wrap(values);
    }

    private static String placeholders(OutboxMessage message) {
        return message.payload() == null ? "(?, ?, ?, NULL, ?)" : "(?, ?, ?, ?, ?)";
    }

    private static void addValues(List<Object> values, OutboxMessage message) {
        values.add(message.topic());
        values.add(message.key());
        values.add(WireJson.text(message.headers()));
        if (message.payload() != null) {
            values.add(message.payload());
        }
        values.add(UtcTimes.of(message.createdAt()));
    }
}
