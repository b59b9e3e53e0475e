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
        assertEquals(created, listed);
    }

    @Test
    void listsEveryTypeWithItsSchemaAndExample() {
        // Given
        JsonNode messages = document.at("/components/messages");

        // Then
        assertEquals(
                Set.copyOf(PublishedTypes.names()),
                StreamSupport.stream(messages.spliterator(), false)
                        .map(message -> message.get("name").asText())
                        .collect(Collectors.toSet()));
        messages.forEach(message -> {
            assertResource(message.at("/payload/schema/$ref").asText());
            assertResource(message.at("/examples/0/payload/$ref").asText());
        });
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
