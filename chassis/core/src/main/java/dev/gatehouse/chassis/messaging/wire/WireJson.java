package dev.gatehouse.chassis.messaging.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.state.Revocation;
import dev.gatehouse.contracts.state.State;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * The JSON of what crosses Kafka. It MUST NOT change with the settings of the HTTP interface: records outlive releases.
 */
public final class WireJson {
    private static final JsonInclude.Value PRESENT =
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS);
    private static final ObjectMapper MAPPER = build();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};
    private static final List<String> IN_HEADERS = List.of("id", "time", "service");

    private WireJson() {}

    /** What reads and writes it; its settings MUST NOT be changed. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /** The value of an event's record: all but what stands in the headers. */
    public static String value(SecurityEvent<?> event) {
        ObjectNode tree = MAPPER.valueToTree(event);
        return write(tree.remove(IN_HEADERS));
    }

    /** The value of a state's record. */
    public static String value(State state) {
        return write(state);
    }

    /** The value of a revocation's record. */
    public static String value(Revocation revocation) {
        return write(revocation);
    }

    /** Headers as they lie in the outbox. */
    public static String text(Map<String, String> headers) {
        return write(headers);
    }

    /** Headers as they were put into the outbox. */
    public static Map<String, String> headers(String text) {
        try {
            return MAPPER.readValue(text, HEADERS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The outbox holds headers that are not JSON", impossible);
        }
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of the contracts has no JSON form", impossible);
        }
    }

    private static ObjectMapper build() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addSerializer(Instant.class, new Milliseconds()))
                .defaultPropertyInclusion(PRESENT)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
    }

    private static final class Milliseconds extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;
        private static final DateTimeFormatter RFC_3339 =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

        Milliseconds() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant time, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(RFC_3339.format(time));
        }
    }
}
