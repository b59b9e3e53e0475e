package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.messaging.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The headers of one record, read as what they mean. */
final class RecordHeaders {
    private final Map<String, String> headers;

    private RecordHeaders(Map<String, String> headers) {
        this.headers = headers;
    }

    static RecordHeaders of(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new RecordHeaders(headers);
    }

    Map<String, String> toMap() {
        return headers;
    }

    String required(String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new MalformedRecord("Missing header: " + name);
        }
        return value;
    }

    UUID id() {
        try {
            return UUID.fromString(required(Headers.ID));
        } catch (IllegalArgumentException invalid) {
            throw new MalformedRecord("Not a UUID: " + Headers.ID, invalid);
        }
    }

    Instant time() {
        try {
            return Instant.parse(required(Headers.TIME));
        } catch (DateTimeException invalid) {
            throw new MalformedRecord("Not a time: " + Headers.TIME, invalid);
        }
    }

    Optional<Long> sequence() {
        return headers.containsKey(Headers.SEQUENCE) ? Optional.of(number(Headers.SEQUENCE)) : Optional.empty();
    }

    private long number(String name) {
        try {
            return Long.parseLong(required(name));
        } catch (NumberFormatException invalid) {
            throw new MalformedRecord("Not a number: " + name, invalid);
        }
    }
}
