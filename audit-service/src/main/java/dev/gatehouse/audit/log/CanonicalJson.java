package dev.gatehouse.audit.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.gatehouse.chassis.messaging.wire.WireJson;

/**
 * One text for equal JSON: keys sorted by UTF-16 code units as in RFC 8785, no white space; numbers as they were read.
 */
final class CanonicalJson {
    private static final ObjectMapper JSON =
            WireJson.mapper().copy().configure(JsonNodeFeature.WRITE_PROPERTIES_SORTED, true);

    private CanonicalJson() {}

    static String of(JsonNode tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A JSON tree cannot be written", impossible);
        }
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException invalid) {
            throw new IllegalStateException("The log holds something that is not JSON", invalid);
        }
    }
}
