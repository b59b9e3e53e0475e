package dev.gatehouse.testbed.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An operation of a service, as its document describes it. */
record Operation(String service, String method, String path, JsonNode item, JsonNode description, JsonNode document) {
    private static final String ID = "[{][^}]+[}]";

    boolean ofApi() {
        return path.contains("/api/v1/");
    }

    /** Whether it may change something. */
    boolean changes() {
        return !method.equals("get");
    }

    boolean needsToken() {
        return !description.path("security").isEmpty();
    }

    boolean needsBody() {
        return description.path("requestBody").path("required").asBoolean();
    }

    boolean takesBody() {
        return description.has("requestBody");
    }

    /** Whether every part of the path that varies is a UUID. */
    boolean namesAnId() {
        List<JsonNode> ids = parameters("path");
        return !ids.isEmpty() && ids.stream().allMatch(this::isUuid);
    }

    /** Query parameters with a text that none of them can be parsed from, where there is such a text. */
    List<String> unreadableQueries() {
        List<String> queries = new ArrayList<>();
        parameters("query").forEach(parameter -> unreadable(parameter)
                .ifPresent(text -> queries.add(parameter.path("name").asText() + "=" + text)));
        return queries;
    }

    /** Sends the operation with this id in its path, without a body. */
    Answer sendTo(String id, Visitor visitor, String query) {
        List<String> queries = new ArrayList<>(requiredQueries());
        if (!query.isEmpty()) {
            queries.add(query);
        }
        String target = path.replaceAll(ID, id) + (queries.isEmpty() ? "" : "?" + String.join("&", queries));
        return visitor.with("If-Match", "\"0\"").sendNothing(method.toUpperCase(Locale.ROOT), target);
    }

    /** The same with an id that nothing has. */
    Answer send(Visitor visitor, String query) {
        return sendTo(UUID.randomUUID().toString(), visitor, query);
    }

    private List<String> requiredQueries() {
        return parameters("query").stream()
                .filter(parameter -> parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asText() + "=test")
                .toList();
    }

    private List<JsonNode> parameters(String in) {
        return Stream.of(item, description)
                .flatMap(place -> StreamSupport.stream(place.path("parameters").spliterator(), false))
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .toList();
    }

    private boolean isUuid(JsonNode parameter) {
        return schema(parameter).path("format").asText().equals("uuid");
    }

    private JsonNode schema(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private Optional<String> unreadable(JsonNode parameter) {
        JsonNode schema = schema(parameter);
        String type = schema.path("type").toString();
        boolean anyText = type.contains("string") && !schema.has("format") && !schema.has("enum");
        return anyText ? Optional.empty() : Optional.of("no-such-value");
    }

    /** For the name of a test. */
    @Override
    public String toString() {
        return service + " " + method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
