package dev.gatehouse.chassis.messaging.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.contracts.event.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> HEADERS = Map.of(
            Headers.ID, "0196f5c2-7f00-7abc-8def-0123456789ab",
            Headers.TYPE, "account.enabled",
            Headers.SOURCE, "auth-service",
            Headers.TIME, "2026-11-22T03:32:14.123Z",
            Headers.SEQUENCE, "42");

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @EnumSource(EventType.class)
    void readsTheGoldenExampleOfEveryEventAndWritesItAgain(EventType type) throws IOException {
        // Given
        JsonNode golden = golden("/events/" + type.wireName());

        // When
        var read = codec.parse(record(golden.toString(), Map.of(Headers.TYPE, type.wireName())))
                .orElseThrow();

        // Then
        Delivery.Event delivery = assertInstanceOf(Delivery.Event.class, read);
        assertEquals(golden, JSON.readTree(codec.value(delivery.event())));
        assertEquals(42, delivery.sequence());
        assertEquals("2026-11-22T03:32:14.123Z", delivery.event().time().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"account.state", "trusted-address.state", "ip-trust-settings.state", "address.state"})
    void readsTheGoldenExampleOfEveryStateAndWritesItAgain(String type) throws IOException {
        // Given
        JsonNode golden = golden("/states/" + type);

        // When
        var read = codec.parse(record(golden.toString(), Map.of(Headers.TYPE, type)))
                .orElseThrow();

        // Then
        Delivery.Changed delivery = assertInstanceOf(Delivery.Changed.class, read);
        assertEquals(golden, JSON.readTree(codec.value(delivery.state())));
        assertEquals(type, delivery.state().type());
    }

    @Test
    void readsTheGoldenExampleOfARevocationAndWritesItAgain() throws IOException {
        JsonNode golden = golden("/states/revocation");
        assertEquals(golden, JSON.readTree(codec.value(codec.revocation(record(golden.toString(), Map.of())))));
    }

    @Test
    void ignoresWhatANewerProducerAdded() throws IOException {
        // Given
        ObjectNode newer = (ObjectNode) golden("/events/account.enabled");
        newer.put("mood", "glad");
        ((ObjectNode) newer.get("data")).put("colour", "blue");

        // Then
        assertTrue(codec.parse(record(newer.toString(), Map.of())).isPresent());
    }

    @Test
    void saysNothingAboutATypeItDoesNotKnowButKeepsItWhole() {
        // Given
        var record = record("{\"how\":\"far\"}", Map.of(Headers.TYPE, "moon.landed"));

        // When
        RawEvent raw = codec.raw(record);

        // Then
        assertTrue(codec.parse(record).isEmpty());
        assertEquals("moon.landed", raw.type());
        assertEquals(42L, raw.sequence());
        assertEquals("far", raw.body().get("how").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''",
                "null",
                "[]",
                "{\"outcome\":",
                "{} {}",
                "{\"outcome\":\"success\",\"data\":{\"kind\":\"agent\"}}",
                "{\"actor\":{},\"outcome\":\"success\",\"data\":{\"kind\":\"agent\"}}",
                "{\"actor\":{\"kind\":\"system\"},\"outcome\":\"maybe\",\"data\":{\"kind\":\"agent\"}}",
                "{\"actor\":{\"kind\":\"system\"},\"outcome\":\"success\",\"data\":{}}",
                "{\"actor\":{\"kind\":\"system\"},\"outcome\":\"success\",\"outcome\":\"success\",\"data\":{\"kind\":\"agent\"}}"
            })
    void refusesAValueThatDoesNotFit(String value) {
        assertThrows(MalformedRecord.class, () -> codec.parse(record(value, Map.of())));
    }

    @ParameterizedTest
    @CsvSource({"ce_id,not-an-id", "ce_time,yesterday", "ce_sequence,many"})
    void refusesAHeaderThatDoesNotFit(String name, String value) throws IOException {
        String golden = golden("/events/account.enabled").toString();
        assertThrows(MalformedRecord.class, () -> codec.parse(record(golden, Map.of(name, value))));
    }

    @Test
    void refusesATombstoneWithoutAVersion() {
        var headers = Map.of(Headers.TYPE, "account.state");
        assertThrows(MalformedRecord.class, () -> codec.parse(record(null, headers)));
    }

    private static ConsumerRecord<String, byte[]> record(@Nullable String value, Map<String, String> changed) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("gatehouse.test", 0, 0, "key", bytes);
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.putAll(changed);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static JsonNode golden(String folder) throws IOException {
        String resource = folder + "/v1/example.json";
        try (InputStream in = Objects.requireNonNull(EventType.class.getResourceAsStream(resource), resource)) {
            return JSON.readTree(in);
        }
    }
}
