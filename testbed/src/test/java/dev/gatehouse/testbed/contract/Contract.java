package dev.gatehouse.testbed.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The OpenAPI documents of the four services and the one document that is merged from them. */
record Contract(Map<String, JsonNode> documents) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Map<String, String> SERVICES = Map.of(
            "auth-service", "AUTH_MANAGEMENT",
            "ip-trust-service", "IP_TRUST_MANAGEMENT",
            "notification-service", "NOTIFICATION_MANAGEMENT",
            "audit-service", "AUDIT_MANAGEMENT");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    Contract {
        documents = Map.copyOf(documents);
    }

    /** What the running services publish on their management ports. */
    static Contract of(Suite suite) {
        Map<String, JsonNode> documents = new TreeMap<>();
        SERVICES.forEach((service, port) -> documents.put(
                service,
                Visitor.to(suite.stack().local(port))
                        .with("Accept", "application/json")
                        .get("/q/openapi")
                        .expect(200)
                        .json()));
        return new Contract(documents);
    }

    /** Every operation of every service. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        new TreeMap<>(documents).forEach((service, document) -> document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> operations.add(new Operation(
                                service,
                                member.getKey(),
                                path.getKey(),
                                path.getValue(),
                                member.getValue(),
                                document)))));
        return operations;
    }

    /** One document for the whole origin. A path or a component that two services define must be equal in both. */
    ObjectNode merged() {
        ObjectNode merged = JSON.createObjectNode();
        merged.put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Gatehouse")
                .put("summary", "Login security for helpdesks")
                .put(
                        "description",
                        "The interface of all services under one origin: /api/v1 for end users, /agent/api/v1 for agents,"
                                + " /admin/api/v1 for administrators.")
                .put(
                        "version",
                        documents.values().iterator().next().at("/info/version").asText())
                .set("license", documents.values().iterator().next().at("/info/license"));
        merged.set("servers", documents.values().iterator().next().path("servers"));
        merged.set("tags", tags());
        merged.set("paths", mergedMembers("/paths"));
        ObjectNode components = merged.putObject("components");
        for (String kind : kinds()) {
            components.set(kind, mergedMembers("/components/" + kind));
        }
        return merged;
    }

    /** The merged document as it is written to a file. */
    String text() {
        try {
            return JSON.writeValueAsString(merged()) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ArrayNode tags() {
        Map<String, JsonNode> tags = new TreeMap<>();
        documents.values().forEach(document -> document.path("tags")
                .forEach(tag -> tags.merge(
                        tag.path("name").asText(), tag, (one, other) -> one.has("description") ? one : other)));
        return JSON.createArrayNode().addAll(tags.values());
    }

    private Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        documents
                .values()
                .forEach(document -> document.path("components").fieldNames().forEachRemaining(kinds::add));
        return kinds;
    }

    private ObjectNode mergedMembers(String pointer) {
        Map<String, JsonNode> members = new TreeMap<>();
        documents.forEach(
                (service, document) -> document.at(pointer).properties().forEach(member -> {
                    JsonNode other = members.put(member.getKey(), member.getValue());
                    if (other != null && !other.equals(member.getValue())) {
                        throw new AssertionError(pointer + "/" + member.getKey() + " of " + service
                                + " differs from that of another service: " + member.getValue() + " and " + other);
                    }
                }));
        ObjectNode all = JSON.createObjectNode();
        members.forEach(all::set);
        return all;
    }
}
