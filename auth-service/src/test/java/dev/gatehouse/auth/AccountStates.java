package dev.gatehouse.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The account states that the service has published. */
public final class AccountStates {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AccountStates() {}

    /** The newest published state, once it is as expected. */
    public static JsonNode awaitAccount(UUID id, Predicate<JsonNode> expected) {
        return Eventually.get(() -> account(id), expected);
    }

    /** Whether the newest state of the account says that it has ended, without personal data. */
    public static boolean ended(UUID id) {
        JsonNode newest = account(id);
        return newest.path("ended").asBoolean() && !newest.has("email") && !newest.has("displayName");
    }

    private static JsonNode account(UUID id) {
        ConsumerRecord<String, byte[]> newest = newest(id);
        try {
            return newest == null || newest.value() == null ? JSON.createObjectNode() : JSON.readTree(newest.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable ConsumerRecord<String, byte[]> newest(UUID id) {
        var records = StackEnds.topics().all(Topic.ACCOUNTS, id.toString());
        return records.isEmpty() ? null : records.getLast();
    }
}
