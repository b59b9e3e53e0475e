package dev.gatehouse.audit;

import com.fasterxml.uuid.Generators;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.audit.log.AuditEvent;
import dev.gatehouse.audit.log.AuditEvents;
import dev.gatehouse.chassis.messaging.inbox.EventCodec;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Records of security events as a service would publish them, refined by copying. */
public record AuditRecords(Map<String, String> headers, Map<String, String> fields) {
    private static final EventCodec CODEC = new EventCodec();

    /** Copies. */
    public AuditRecords {
        headers = Map.copyOf(headers);
        fields = Map.copyOf(fields);
    }

    /** A failed sign-in of nobody in particular. */
    public static AuditRecords event() {
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.SPEC_VERSION, "1.0");
        headers.put(Headers.ID, newId().toString());
        headers.put(Headers.TYPE, "login.failed");
        headers.put(Headers.SOURCE, "auth-service");
        headers.put(Headers.TIME, "2026-11-01T08:30:00.000Z");
        headers.put(Headers.SCHEMA, "urn:gatehouse:event:login.failed:1");
        headers.put(Headers.CONTENT_TYPE, "application/json");
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("actor", "{\"kind\":\"anonymous\"}");
        fields.put("outcome", "\"failure\"");
        fields.put("data", "{\"audience\":\"agent\"}");
        return new AuditRecords(headers, fields);
    }

    /** A new id, later than all before it. */
    public static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    /** The same with another header. */
    public AuditRecords header(String name, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(name, value);
        return new AuditRecords(changed, fields);
    }

    /** The same without a header. */
    public AuditRecords withoutHeader(String name) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.remove(name);
        return new AuditRecords(changed, fields);
    }

    /** The same with a field of the value as JSON. */
    public AuditRecords json(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return new AuditRecords(headers, changed);
    }

    /** The same with a field of the value as text, which must need no escaping. */
    public AuditRecords field(String name, Object value) {
        return json(name, "\"" + value + "\"");
    }

    /** The same with another type. */
    public AuditRecords type(String type) {
        return header(Headers.TYPE, type);
    }

    /** The same at another time. */
    public AuditRecords at(Instant time) {
        return header(Headers.TIME, time.toString());
    }

    /** The same about this account. */
    public AuditRecords about(UUID accountId) {
        return field("accountId", accountId);
    }

    /** The id. */
    public UUID id() {
        return UUID.fromString(headers.getOrDefault(Headers.ID, ""));
    }

    /** The value. */
    public byte[] value() {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** As a consumer gets it. */
    public ConsumerRecord<String, byte[]> record() {
        return record(value());
    }

    /** As a consumer gets it, with another value. */
    public ConsumerRecord<String, byte[]> record(byte @Nullable [] value) {
        RecordHeaders kafkaHeaders = new RecordHeaders();
        headers.forEach((name, text) -> kafkaHeaders.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                Topic.SECURITY_EVENTS.topicName(),
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                value,
                kafkaHeaders,
                Optional.empty());
    }

    /** As the log would keep it. */
    public AuditEvent toEvent() {
        return AuditEvents.of(CODEC.raw(record()));
    }

    /** Publishes it. */
    public AuditRecords send() {
        return send(value());
    }

    /** Publishes it with another value. */
    @CanIgnoreReturnValue
    public AuditRecords send(byte @Nullable [] value) {
        StackEnds.topics().produce(Topic.SECURITY_EVENTS, "key", value, headers);
        return this;
    }
}
