package dev.gatehouse.chassis.messaging.inbox;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.messaging.wire.WireJson;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.state.AddressState;
import dev.gatehouse.contracts.state.IpTrustState;
import dev.gatehouse.contracts.state.Revocation;
import dev.gatehouse.contracts.state.State;
import dev.gatehouse.contracts.state.TrustedAddressState;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads and writes events, states and revocations in the form of {@link WireJson}. On reading, an unknown property is
 * ignored, because a newer producer may have added it; a missing one makes the record malformed unless it is nullable.
 * The id, time and service of an event travel as headers.
 */
@ApplicationScoped
public class EventCodec {
    private static final Map<String, Class<? extends State>> STATES = Map.of(
            "account.state", AccountState.class,
            "trusted-address.state", TrustedAddressState.class,
            "ip-trust-settings.state", IpTrustState.class,
            "address.state", AddressState.class);

    private final ObjectMapper json = WireJson.mapper();

    /** The one codec; it keeps no state. */
    public EventCodec() {}

    /** The value of an event's record. */
    public byte[] value(SecurityEvent<?> event) {
        return bytes(WireJson.value(event));
    }

    /** The value of a state's record. */
    public byte[] value(State state) {
        return bytes(WireJson.value(state));
    }

    /** The value of a revocation's record. */
    public byte[] value(Revocation revocation) {
        return bytes(WireJson.value(revocation));
    }

    /**
     * The security event that a record holds; empty for a type that this version does not know.
     *
     * @throws MalformedRecord when it cannot be read, now or ever
     */
    public Optional<SecurityEvent<?>> event(ConsumerRecord<String, byte[]> record) {
        RecordHeaders headers = RecordHeaders.of(record);
        return EventType.named(headers.required(Headers.TYPE)).map(type -> typed(type, record, headers));
    }

    /** The states of this CloudEvents type; empty for a type that this version does not know. */
    public Optional<Class<? extends State>> stateType(String type) {
        return Optional.ofNullable(STATES.get(type));
    }

    /**
     * The state that a record holds; empty for a type that this version does not know, and for a record without a
     * value.
     *
     * @throws MalformedRecord when it cannot be read, now or ever
     */
    public Optional<State> state(ConsumerRecord<String, byte[]> record) {
        Class<? extends State> type = STATES.get(RecordHeaders.of(record).required(Headers.TYPE));
        return type == null || record.value() == null
                ? Optional.empty()
                : Optional.of(type.cast(read(object(record), json.constructType(type))));
    }

    /**
     * A security event with its value as it is, whatever its type.
     *
     * @throws MalformedRecord when the value is no JSON object or a header is missing
     */
    public RawEvent raw(ConsumerRecord<String, byte[]> record) {
        RecordHeaders headers = RecordHeaders.of(record);
        return new RawEvent(
                headers.id(),
                headers.required(Headers.TYPE),
                headers.time(),
                headers.required(Headers.SOURCE),
                headers.sequence().orElse(null),
                headers.toMap(),
                object(record));
    }

    /**
     * The revocation that a record of its topic holds.
     *
     * @throws MalformedRecord when it cannot be read, now or ever
     */
    public Revocation revocation(ConsumerRecord<String, byte[]> record) {
        return (Revocation) read(object(record), json.constructType(Revocation.class));
    }

    /**
     * The id by which a repetition is recognised.
     *
     * @throws MalformedRecord when the record carries none
     */
    public UUID id(ConsumerRecord<String, byte[]> record) {
        return RecordHeaders.of(record).id();
    }

    /** The headers of a record as text. */
    public Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        return RecordHeaders.of(record).toMap();
    }

    private SecurityEvent<?> typed(EventType type, ConsumerRecord<String, byte[]> record, RecordHeaders headers) {
        headers.checkSequence();
        ObjectNode tree = object(record);
        tree.put("id", headers.id().toString());
        tree.put("time", headers.required(Headers.TIME));
        tree.put("service", headers.required(Headers.SOURCE));
        JavaType form = json.getTypeFactory().constructParametricType(SecurityEvent.class, type.dataClass());
        return (SecurityEvent<?>) read(tree, form);
    }

    private ObjectNode object(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            throw new MalformedRecord("The record has no value");
        }
        try {
            if (json.readTree(record.value()) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException invalid) {
            throw new MalformedRecord("The value is not JSON", invalid);
        }
        throw new MalformedRecord("The value is not a JSON object");
    }

    private Object read(JsonNode tree, JavaType type) {
        try {
            Object value = json.readerFor(type).readValue(tree);
            return Completeness.checked(value);
        } catch (IOException invalid) {
            throw new MalformedRecord(
                    "The value does not fit " + type.getRawClass().getSimpleName(), invalid);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
