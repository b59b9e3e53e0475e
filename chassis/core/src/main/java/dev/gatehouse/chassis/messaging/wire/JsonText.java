package dev.gatehouse.chassis.messaging.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;

/**
 * Values of ours as JSON text in a column, in the form of {@link WireJson}. What was written here can be read here:
 * anything else is a fault and throws {@link IllegalStateException}.
 */
public final class JsonText {
    private JsonText() {}

    /** The value as text. */
    public static String write(Object value) {
        try {
            return WireJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("No JSON form: " + value.getClass().getName(), impossible);
        }
    }

    /** The value that {@link #write} made the text of. */
    public static <T> T read(String text, TypeReference<T> type) {
        try {
            return WireJson.mapper().readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A column does not hold the JSON of " + type.getType(), impossible);
        }
    }
}
