package dev.gatehouse.chassis.messaging.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.state.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

    private static final Map<String, String> ACCOUNT_STATE = Map.of(Headers.TYPE, "account.state");

    private final EventCodec codec = new EventCodec();

    @ParameterizedTest
    @EnumSource(EventType.class)
    void readsTheGoldenExampleOfEveryEventAndWritesItAgain(EventType type) throws IOException {
        // Given
        JsonNode golden = golden("/events/" + type.wireName());

        // When
        SecurityEvent<?> event = codec.event(record(golden.toString(), Map.of(Headers.TYPE, type.wireName())))
                .orElseThrow();

        // Then
        assertEquals(golden, JSON.readTree(codec.value(event)));
        assertEquals("2026-11-22T03:32:14.123Z", event.time().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"account.state", "trusted-address.state", "ip-trust-settings.state", "address.state"})
    void readsTheGoldenExampleOfEveryStateAndWritesItAgain(String type) throws IOException {
        // Given
        JsonNode golden = golden("/states/" + type);

        // When
        State state = codec.state(record(golden.toString(), Map.of(Headers.TYPE, type)))
                .orElseThrow();

        // Then
        assertEquals(golden, JSON.readTree(codec.value(state)));
        assertEquals(type, state.type());
        assertFalse(state.hasEnded());
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
        assertTrue(codec.event(record(newer.toString(), Map.of())).isPresent());
    }

    @Test
    void saysNothingAboutATypeItDoesNotKnowButKeepsItWhole() {
        // Given
        var record = record("{\"how\":\"far\"}", Map.of(Headers.TYPE, "moon.landed"));

        // When
        RawEvent raw = codec.raw(record);

        // Then
        assertTrue(codec.event(record).isEmpty());
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
        assertThrows(MalformedRecord.class, () -> codec.event(record(value, Map.of())));
    }

    @ParameterizedTest
    @CsvSource({"ce_id,not-an-id", "ce_time,yesterday", "ce_sequence,many"})
    void refusesAHeaderThatDoesNotFit(String name, String value) throws IOException {
        String golden = golden("/events/account.enabled").toString();
        assertThrows(MalformedRecord.class, () -> codec.event(record(golden, Map.of(name, value))));
    }

    @Test
    void readsTheEndOfAnEntity() throws IOException {
        // Given
        AccountState erased = AccountState.erased(UUID.randomUUID(), AccountKind.AGENT, 7);
        String json = new String(codec.value(erased), StandardCharsets.UTF_8);

        // Then
        assertEquals(erased, codec.state(record(json, ACCOUNT_STATE)).orElseThrow());
        assertTrue(JSON.readTree(json).get("ended").asBoolean());
        assertFalse(JSON.readTree(json).has("email"));
    }

    @Test
    void readsNoStateFromARecordWithoutAValueOrOfAnUnknownType() {
        assertTrue(codec.state(record(null, ACCOUNT_STATE)).isEmpty());
        assertTrue(codec.state(record("{}", Map.of(Headers.TYPE, "moon.state"))).isEmpty());
    }

    @Test
    void rejectsAnExistingAccountWithoutPersonalData() throws IOException {
        ObjectNode nameless = (ObjectNode) golden("/states/account.state");
        nameless.remove("email");
        assertThrows(MalformedRecord.class, () -> codec.state(record(nameless.toString(), ACCOUNT_STATE)));
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
