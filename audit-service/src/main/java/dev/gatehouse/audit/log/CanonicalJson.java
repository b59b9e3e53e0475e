package dev.gatehouse.audit.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.chassis.messaging.wire.WireJson;
import java.util.TreeSet;

/**
 * One text for equal JSON: keys sorted by UTF-16 code units as in RFC 8785, no white space; numbers as they were read.
 */
final class CanonicalJson {
    private static final ObjectMapper JSON = WireJson.mapper();

    private CanonicalJson() {}

    static String of(JsonNode tree) {
        try {
            return JSON.writeValueAsString(sorted(tree));
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

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> sortedObject(object);
            case ArrayNode array -> sortedElements(array);
            default -> node;
        };
    }

    private static ObjectNode sortedObject(ObjectNode object) {
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        TreeSet<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> sorted.set(name, sorted(object.path(name))));
        return sorted;
    }

    private static ArrayNode sortedElements(ArrayNode array) {
        ArrayNode sorted = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(element -> sorted.add(sorted(element)));
        return sorted;
    }
}
