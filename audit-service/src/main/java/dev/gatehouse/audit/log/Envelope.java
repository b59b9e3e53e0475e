package dev.gatehouse.audit.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an event's JSON as what they must be; an absent one and {@code null} are the same. */
final class Envelope {
    private final JsonNode tree;

    Envelope(JsonNode tree) {
        this.tree = tree;
    }

    JsonNode object(String name) {
        JsonNode value = tree.path(name);
        if (!value.isObject()) {
            throw new UnreadableEvent("Not an object: " + name);
        }
        return value;
    }

    String required(String name) {
        String value = text(name);
        if (value == null) {
            throw new UnreadableEvent("Missing: " + name);
        }
        return value;
    }

    String requiredUpTo(int limit, String name) {
        String value = required(name);
        if (value.isBlank() || value.length() > limit) {
            throw new UnreadableEvent("Empty or longer than " + limit + " characters: " + name);
        }
        return value;
    }

    @Nullable
    String text(String name) {
        JsonNode value = tree.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new UnreadableEvent("Not text: " + name);
        }
        return value.textValue();
    }

    @Nullable
    UUID id(String name) {
        String value = text(name);
        try {
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException invalid) {
            throw new UnreadableEvent("Not a UUID: " + name, invalid);
        }
    }

    Instant time(String name) {
        try {
            return Instant.parse(required(name));
        } catch (DateTimeException invalid) {
            throw new UnreadableEvent("Not a time: " + name, invalid);
        }
    }

    @Nullable
    Long number(String name) {
        JsonNode value = tree.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw new UnreadableEvent("Not a number: " + name);
        }
        return value.longValue();
    }
}
