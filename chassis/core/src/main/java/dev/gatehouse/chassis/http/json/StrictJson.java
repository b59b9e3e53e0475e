package dev.gatehouse.chassis.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** The JSON of the HTTP interface: reads only what was meant, writes one form of everything. */
@ApplicationScoped
class StrictJson implements ObjectMapperCustomizer {
    private static final int DEEPEST = 32;
    private static final int LONGEST_STRING = 8 * 1024;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_NUMBER = 40;

    private static final Map<LogicalType, List<CoercionInputShape>> NOT_MEANT = Map.of(
            LogicalType.Integer,
                    List.of(CoercionInputShape.String, CoercionInputShape.Float, CoercionInputShape.Boolean),
            LogicalType.Float, List.of(CoercionInputShape.String, CoercionInputShape.Boolean),
            LogicalType.Boolean,
                    List.of(CoercionInputShape.String, CoercionInputShape.Integer, CoercionInputShape.Float),
            LogicalType.Textual,
                    List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean));

    /** After the framework's own, whose modules would otherwise go before ours. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        reading(json);
        json.enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING);
        json.disable(
                SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS, SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        json.registerModule(new SimpleModule("gatehouse")
                .addSerializer(Instant.class, new Milliseconds())
                .addDeserializer(String.class, TextOnly.of(String.class, StrictJson::whole))
                .addDeserializer(Instant.class, TextOnly.of(Instant.class, StrictJson::time))
                .addDeserializer(Duration.class, TextOnly.of(Duration.class, Duration::parse)));
    }

    /** RFC 7493 (I-JSON), section 2.1: half a surrogate pair is no character, and no two programs treat it alike. */
    private static String whole(String text) {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("A surrogate stands alone");
        }
        return text;
    }

    private static Instant time(String text) {
        Instant time = OffsetDateTime.parse(text).toInstant();
        if (!Milliseconds.cover(time)) {
            throw new IllegalArgumentException("Beyond every calendar");
        }
        return time;
    }

    private static void reading(ObjectMapper json) {
        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.READ_ENUMS_USING_TO_STRING);
        json.disable(
                DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
        NOT_MEANT.forEach((type, shapes) -> refuse(json, type, shapes));
        json.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        json.getFactory().configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_STRING)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build());
    }

    private static void refuse(ObjectMapper json, LogicalType type, List<CoercionInputShape> shapes) {
        shapes.forEach(shape -> json.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail));
    }
}
