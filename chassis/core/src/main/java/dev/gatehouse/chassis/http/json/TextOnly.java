package dev.gatehouse.chassis.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a value from text of one form, and never from a number whose unit would be a guess. */
final class TextOnly<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final transient Function<String, T> parse;

    private TextOnly(Class<T> type, Function<String, T> parse) {
        super(type);
        this.type = type;
        this.parse = parse;
    }

    static <T> TextOnly<T> of(Class<T> type, Function<String, T> parse) {
        return new TextOnly<>(type, parse);
    }

    @Override
    public @Nullable T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return type.cast(context.handleUnexpectedToken(type, json));
        }
        try {
            return parse.apply(json.getText());
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return type.cast(context.handleWeirdStringValue(type, json.getText(), "not in its form"));
        }
    }
}
