package dev.gatehouse.auth;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The served document against the HTTP contract. */
@QuarkusTest
@AuthStack
class OpenApiTest {
    private static final Pattern TEMPLATE = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    /** Operation → the statuses that it has beside those that every operation has. */
    private static final Map<String, String> OPEN_AT_DOORS = Map.of(
            "POST /sessions", "201 202 401",
            "POST /sessions/refresh", "200 401",
            "GET /login-challenges/{id}", "200 404 410",
            "POST /login-challenges/{id}", "201 404 409 410",
            "POST /invitations/{token}", "204 404");

    private static final Map<String, String> WITH_TOKEN_AT_DOORS = Map.of(
            "GET /sessions", "200",
            "DELETE /sessions", "204",
            "DELETE /sessions/{id}", "204 404",
            "DELETE /sessions/current", "204",
            "POST /sessions/current/activity", "204",
            "GET /me", "200",
            "PATCH /me", "200 412 428",
            "PUT /me/password", "204",
            "POST /me/step-up", "200");

    private static final Map<String, String> WITH_TOKEN = Map.of(
            "GET /admin/api/v1/accounts", "200",
            "POST /admin/api/v1/accounts", "201 409",
            "GET /admin/api/v1/accounts/{id}", "200 404",
            "PATCH /admin/api/v1/accounts/{id}", "200 404 409 412 428",
            "DELETE /admin/api/v1/accounts/{id}", "204 404 409",
            "PUT /admin/api/v1/accounts/{id}/admin", "200 404 409 412",
            "DELETE /admin/api/v1/accounts/{id}/sessions", "204 404",
            "GET /admin/api/v1/admins", "200");

    private static final Map<String, String> OPEN = Map.of(
            "GET /.well-known/jwks.json", "200",
            "GET /.well-known/openid-configuration", "200",
            "GET /accept-invitation/{token}", "200 404",
            "POST /accept-invitation/{token}", "200 404 422");

    @TestHTTPResource(value = "/openapi", management = true)
    @Nullable
    URI address;

    private JsonNode document = new ObjectMapper().createObjectNode();
    private final Map<String, JsonNode> operations = new TreeMap<>();

    @BeforeEach
    void read() throws IOException {
        document = new ObjectMapper()
                .readTree(given().accept("application/json")
                        .get(address)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> METHODS.contains(member.getKey()))
                .forEach(operation -> operations.put(
                        operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                        operation.getValue())));
    }

    @Test
    void listsExactlyTheEndpointsOfTheContract() {
        assertEquals(new TreeSet<>(contract().keySet()), new TreeSet<>(operations.keySet()));
    }

    @Test
    void givesEveryOperationItsAnswers() {
        contract().forEach((name, statuses) -> {
            Set<String> documented = new HashSet<>();
            Objects.requireNonNull(operations.get(name), name)
                    .path("responses")
                    .fieldNames()
                    .forEachRemaining(documented::add);
            for (String status : statuses) {
                assertTrue(documented.contains(status), name + " " + status + " not in " + documented);
            }
        });
    }

    @Test
    void answersEveryFailureOfTheApiWithAProblem() {
        operations.forEach((name, operation) -> operation.path("responses").properties().stream()
                .filter(response -> response.getKey().compareTo("400") >= 0)
                .filter(response -> !name.contains("/accept-invitation/") || "500".equals(response.getKey()))
                .forEach(response -> assertEquals(
                        "#/components/schemas/Problem",
                        response.getValue()
                                .path("content")
                                .path("application/problem+json")
                                .path("schema")
                                .path("$ref")
                                .asText(),
                        name + " " + response.getKey())));
    }

    @Test
    void asksForATokenWhereTheServiceDoes() {
        Set<String> open = new HashSet<>(OPEN.keySet());
        atDoors(OPEN_AT_DOORS).forEach((name, statuses) -> open.add(name));
        operations.forEach((name, operation) -> {
            assertEquals(!open.contains(name), operation.path("security").size() > 0, name);
            assertEquals(!open.contains(name), operation.path("responses").has("403"), name);
        });
    }

    @Test
    void isValid() {
        assertTrue(document.path("openapi").asText().startsWith("3.1."));
        assertFalse(document.path("info").path("title").asText().isBlank());
        assertFalse(document.path("info").path("version").asText().isBlank());
        assertEquals(List.of(), danglingReferences(document));
        operations.forEach(this::assertSound);
        List<String> ids = operations.values().stream()
                .filter(operation -> operation.has("operationId"))
                .map(operation -> operation.path("operationId").asText())
                .toList();
        assertEquals(ids.size(), Set.copyOf(ids).size());
    }

    private void assertSound(String name, JsonNode operation) {
        assertFalse(operation.path("summary").asText().isBlank(), name);
        operation
                .path("responses")
                .forEach(response ->
                        assertFalse(response.path("description").asText().isBlank(), name));
        Set<String> wanted = new HashSet<>();
        TEMPLATE.matcher(name).results().forEach(found -> wanted.add(found.group(1)));
        JsonNode path = document.path("paths").path(name.substring(name.indexOf('/')));
        assertEquals(wanted, Set.copyOf(pathParameters(path, operation)), name);
    }

    /** Those that all operations of the path have stand with the path. */
    private static List<String> pathParameters(JsonNode path, JsonNode operation) {
        List<String> declared = new ArrayList<>();
        Stream.of(path, operation).forEach(place -> place.path("parameters").forEach(parameter -> {
            if ("path".equals(parameter.path("in").asText())) {
                assertTrue(parameter.path("required").asBoolean(), parameter::toString);
                declared.add(parameter.path("name").asText());
            }
        }));
        return declared;
    }

    private List<String> danglingReferences(JsonNode node) {
        List<String> dangling = new ArrayList<>();
        for (JsonNode reference : node.findValues("$ref")) {
            String pointer = reference.asText().substring(1);
            if (!reference.asText().startsWith("#/") || document.at(pointer).isMissingNode()) {
                dangling.add(reference.asText());
            }
        }
        return dangling;
    }

    private static Map<String, Set<String>> contract() {
        Map<String, Set<String>> all = new TreeMap<>();
        Stream.of(OPEN, atDoors(OPEN_AT_DOORS))
                .forEach(some -> some.forEach((name, statuses) -> all.put(name, with(statuses, "400 500 503"))));
        Stream.of(WITH_TOKEN, atDoors(WITH_TOKEN_AT_DOORS))
                .forEach(
                        some -> some.forEach((name, statuses) -> all.put(name, with(statuses, "400 401 403 500 503"))));
        all.forEach((name, statuses) -> statuses.addAll(withBody(name)));
        return all;
    }

    private static Set<String> withBody(String name) {
        boolean body = Stream.of("POST ", "PUT ", "PATCH ").anyMatch(name::startsWith) && !name.endsWith("/activity");
        return body ? Set.of("413", "415", "422") : Set.of();
    }

    private static Map<String, String> atDoors(Map<String, String> operations) {
        Map<String, String> both = new TreeMap<>();
        operations.forEach((name, statuses) -> Stream.of(" /api/v1", " /agent/api/v1")
                .forEach(door -> both.put(name.replaceFirst(" ", door), statuses)));
        return both;
    }

    private static Set<String> with(String statuses, String more) {
        return new TreeSet<>(List.of((statuses + " " + more).split(" ", -1)));
    }
}
