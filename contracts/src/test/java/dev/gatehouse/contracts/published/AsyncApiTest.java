package dev.gatehouse.contracts.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.gatehouse.contracts.topic.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private final JsonNode document = read();

    @Test
    void listsEveryTopicAsItIsCreated() {
        // When
        Set<String> listed = StreamSupport.stream(document.get("channels").spliterator(), false)
                .map(channel -> channel.get("address").asText() + " "
                        + channel.at("/bindings/kafka/partitions").asInt() + " " + policy(channel))
                .collect(Collectors.toSet());

        // Then
        Set<String> created = Arrays.stream(Topic.values())
                .map(topic -> topic.topicName() + " " + topic.partitions() + " "
                        + topic.brokerSettings().get("cleanup.policy"))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), without(created, listed), "Missing in asyncapi.yaml: add each as a channel");
        assertEquals(Set.of(), without(listed, created), "In asyncapi.yaml, but no Topic is so: mend or remove each");
    }

    @Test
    void listsEveryTypeWithItsSchemaAndExample() {
        // Given
        JsonNode messages = document.at("/components/messages");
        Set<String> listed = StreamSupport.stream(messages.spliterator(), false)
                .map(message -> message.get("name").asText())
                .collect(Collectors.toSet());
        Set<String> published = Set.copyOf(PublishedTypes.names());

        // Then
        assertEquals(
                Set.of(), without(published, listed), "Missing in asyncapi.yaml: add each under components/messages");
        assertEquals(Set.of(), without(listed, published), "In asyncapi.yaml, but not published: remove each");
        messages.forEach(message -> {
            assertResource(message.at("/payload/schema/$ref").asText());
            assertResource(message.at("/examples/0/payload/$ref").asText());
        });
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static String policy(JsonNode channel) {
        return StreamSupport.stream(
                        channel.at("/bindings/kafka/topicConfiguration/cleanup.policy")
                                .spliterator(),
                        false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }

    private static void assertResource(String path) {
        assertNotNull(AsyncApiTest.class.getResource("/" + path), path);
    }

    private static JsonNode read() {
        try (InputStream in = AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
