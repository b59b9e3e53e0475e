package dev.gatehouse.testbed.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** JSON that has every field of the body of an operation, and the same with a hostile value in each field in turn. */
record SampleBody(Operation operation) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "@@here@@";
    private static final String LONE_SURROGATE = "\"\\ud800\"";
    private static final String NUL = "\"a\\u0000b\"";
    private static final String TOO_LONG = "\"" + "x".repeat(10_000) + "\"";

    /** Values that no field of this type takes. */
    private static final Map<String, List<String>> HOSTILE = Map.of(
            "string",
            List.of(LONE_SURROGATE, NUL, TOO_LONG, "{}", "[[]]"),
            "duration",
            List.of(LONE_SURROGATE, NUL, "\"P99999999999999999999D\"", "\"P106751991167300D\"", "\"PT-1S\"", "{}"),
            "date-time",
            List.of(LONE_SURROGATE, NUL, "\"+999999999-12-31T23:59:59Z\"", "\"yesterday\"", "[]"),
            "integer",
            List.of("99999999999999999999", "1e999", "-1", "2147483648", "\"many\"", "{}"),
            "boolean",
            List.of("\"maybe\"", "7", "{}"));

    /** A body with one hostile value, and the field where it is. */
    record Hostile(String field, String value, String text) {
        /** Short enough to read. */
        @Override
        public String toString() {
            return field + "=" + (value.length() > 60 ? value.substring(0, 10) + "…" + value.length() : value);
        }
    }

    /** Every field of the schema with a value of its type. */
    String text() {
        return sample(schema(), "").toString();
    }

    /** The names at the top. */
    List<String> fields() {
        List<String> names = new ArrayList<>();
        schema().path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The body with this text, which is JSON, in front of its first field. */
    String with(String member) {
        String text = text();
        return "{" + member + (text.equals("{}") ? "" : ",") + text.substring(1);
    }

    /** One body for each field and each value that it must not take. */
    List<Hostile> hostile() {
        List<Hostile> all = new ArrayList<>();
        leaves(schema(), "")
                .forEach(leaf -> HOSTILE.getOrDefault(leaf.type(), List.of()).forEach(value -> {
                    ObjectNode whole = (ObjectNode) sample(schema(), "");
                    String[] path = leaf.field().split("\\.", -1);
                    ObjectNode parent = whole;
                    for (int i = 0; i < path.length - 1; i++) {
                        parent = (ObjectNode) parent.path(path[i]);
                    }
                    parent.put(path[path.length - 1], PLACE);
                    all.add(new Hostile(leaf.field(), value, whole.toString().replace("\"" + PLACE + "\"", value)));
                }));
        return all;
    }

    private record Leaf(String field, String type) {}

    private Stream<Leaf> leaves(JsonNode schema, String field) {
        String type = type(schema);
        return switch (type) {
            case "object" ->
                members(schema)
                        .flatMap(member -> leaves(
                                member.getValue(), field.isEmpty() ? member.getKey() : field + "." + member.getKey()));
            case "array" -> Stream.empty();
            default -> Stream.of(new Leaf(field, type));
        };
    }

    private JsonNode sample(JsonNode schema, String name) {
        JsonNodeFactory json = JSON.getNodeFactory();
        return switch (type(schema)) {
            case "object" -> {
                ObjectNode object = json.objectNode();
                members(schema)
                        .forEach(member -> object.set(member.getKey(), sample(member.getValue(), member.getKey())));
                yield object;
            }
            case "array" -> json.arrayNode().add(sample(resolved(schema.path("items")), name));
            case "integer" -> json.numberNode(schema.path("minimum").asInt(15));
            case "boolean" -> json.booleanNode(true);
            case "duration" -> json.textNode("P30D");
            case "date-time" -> json.textNode("2030-01-01T00:00:00Z");
            default -> json.textNode(text(schema, name));
        };
    }

    private static String text(JsonNode schema, String name) {
        if (schema.has("enum")) {
            return schema.path("enum").get(0).asText();
        }
        return switch (name) {
            case "email" -> "nobody@helpdesk.example";
            case "locale" -> "en";
            case "timeZone" -> "UTC";
            case "network" -> "203.0.113.0/24";
            default -> "a phrase that is hard to guess";
        };
    }

    /** A map has one member, named for something that every map of the suite has. */
    private Stream<Map.Entry<String, JsonNode>> members(JsonNode schema) {
        return schema.has("additionalProperties")
                        && schema.path("additionalProperties").isObject()
                ? Stream.of(Map.entry("login", resolved(schema.path("additionalProperties"))))
                : schema.path("properties").properties().stream()
                        .map(member -> Map.entry(member.getKey(), resolved(member.getValue())));
    }

    private JsonNode schema() {
        return resolved(operation.description().at("/requestBody/content/application~1json/schema"));
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode real = schema;
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode one : real.path(choice)) {
                if (!one.path("type").asText().equals("null")) {
                    real = one;
                    break;
                }
            }
        }
        String reference = real.path("$ref").asText();
        return reference.isEmpty() ? real : resolved(operation.document().at(reference.substring(1)));
    }

    private static String type(JsonNode schema) {
        String types = schema.path("type").toString();
        String format = schema.path("format").asText();
        if (types.contains("string")) {
            return format.equals("duration") || format.equals("date-time") ? format : "string";
        }
        return Stream.of("object", "array", "integer", "boolean")
                .filter(types::contains)
                .findFirst()
                .orElse(types.contains("number") ? "integer" : "string");
    }
}
