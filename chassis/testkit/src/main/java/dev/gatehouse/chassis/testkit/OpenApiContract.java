package dev.gatehouse.chassis.testkit;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chassis.testkit.hostile.HeldRequest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the OpenAPI document of any service must say; the service's own test names its operations. */
public abstract class OpenApiContract {
    private static final Pattern TEMPLATE = Pattern.compile("\\{(\\w+)}");
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final Set<String> SELF_EXPLAINING = Set.of("boolean", "object", "array");

    /** So much later than it expires a token is still accepted. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(10);
    /** Less than the deadline of a body. */
    private static final Duration HELD = Duration.ofSeconds(4);

    private final Map<String, JsonNode> operations = new TreeMap<>();
    private JsonNode document = new ObjectMapper().createObjectNode();

    @TestHTTPResource(value = "/openapi", management = true)
    @Nullable
    URI address;

    /**
     * The operations that anybody may use, such as {@code POST /api/v1/sessions}, and the statuses of each, with spaces
     * in between, without those that follow from its form.
     */
    protected abstract Map<String, String> open();

    /** The same for the operations that need an access token. */
    protected abstract Map<String, String> withToken();

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
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue())));
    }

    @Test
    void listsExactlyTheOperationsOfTheContract() {
        Set<String> unnamed = new TreeSet<>(operations.keySet());
        unnamed.removeAll(open().keySet());
        unnamed.removeAll(withToken().keySet());
        Set<String> gone = new TreeSet<>(open().keySet());
        gone.addAll(withToken().keySet());
        gone.removeAll(operations.keySet());

        assertEquals(
                Set.of(),
                unnamed,
                "Operations that are served and not named here: add each with its statuses to open() or withToken()");
        assertEquals(Set.of(), gone, "Operations that are named here and not served: take each out, or serve it");
    }

    @Test
    void givesEveryOperationItsAnswers() {
        open().forEach((name, statuses) -> assertAnswers(name, statuses + " 400 500 503"));
        withToken().forEach((name, statuses) -> assertAnswers(name, statuses + " 400 401 403 500 503"));
    }

    @Test
    void answersEveryFailureOfTheApiWithAProblem() {
        operations.forEach((name, operation) -> operation.path("responses").properties().stream()
                .filter(response -> response.getKey().compareTo("400") >= 0)
                .filter(response -> name.contains("/api/") || "500".equals(response.getKey()))
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
        operations.forEach((name, operation) -> assertEquals(
                !open().containsKey(name), operation.path("security").size() > 0, name));
    }

    @Test
    void isValid() {
        assertTrue(document.path("openapi").asText().startsWith("3.1."));
        assertFalse(document.path("info").path("title").asText().isBlank());
        assertFalse(document.path("info").path("version").asText().isBlank());
        assertEquals(List.of(), danglingReferences());
        operations.forEach(this::assertSound);
        List<String> ids = operations.values().stream()
                .map(operation -> operation.path("operationId").asText())
                .toList();
        assertEquals(ids.size(), Set.copyOf(ids).size());
    }

    /** What a public linter asks for and a client generator needs. */
    @Test
    void isCompleteForForeignTools() {
        assertEquals("/", document.at("/servers/0/url").asText());
        assertFalse(document.at("/info/license/name").asText().isBlank());
        assertFalse(document.at("/components/securitySchemes/accessToken").isMissingNode());
        operations.forEach((name, operation) -> {
            assertFalse(operation.path("operationId").asText().isBlank(), name);
            assertTrue(operation.path("security").isArray(), name);
            operation.path("parameters").forEach(parameter -> assertHasSchema(name, parameter));
            operation.path("responses").forEach(response -> response.path("headers")
                    .forEach(header -> assertHasSchema(name, header)));
        });
    }

    @Test
    void namesConstantsAsTheyAreSent() {
        document.path("components")
                .path("schemas")
                .findValues("enum")
                .forEach(values -> values.forEach(value ->
                        assertEquals(value.asText().toLowerCase(Locale.ROOT), value.asText(), values::toString)));
    }

    @Test
    void givesEveryValueAnExample() {
        Set<String> without = new TreeSet<>();
        document.path("components").path("schemas").properties().stream()
                .filter(schema -> !"Problem".equals(schema.getKey()))
                .forEach(schema -> withoutExample(schema.getKey(), schema.getValue(), without));

        assertEquals(Set.of(), without);
    }

    /** The token of an administrator that expires at this time. */
    protected String tokenUntil(Instant expiry) {
        return Tokens.ofAdmin(UUID.randomUUID())
                .issuedAt(expiry.minusSeconds(60))
                .expiresAt(expiry)
                .signed();
    }

    /** H1: no operation keeps the authority of a token that expires while the last byte of the body is held back. */
    @Test
    void h1RefusesEveryBodyThatComesAfterItsTokenExpired() {
        // Given
        List<String> names = withToken().keySet().stream()
                .filter(name ->
                        Objects.requireNonNull(operations.get(name), name).has("requestBody")
                                && !name.contains(" /api/"))
                .toList();
        String token = tokenUntil(Instant.now().minus(CLOCKS_APART).plus(HELD));
        Map<String, HeldRequest> held = new TreeMap<>();
        names.forEach(name -> held.put(name, hold(name, token)));

        // When
        Eventually.holds(
                "the token has expired", () -> names.stream().allMatch(name -> isUnauthenticated(sent(name, token))));

        // Then
        Set<String> accepted = new TreeSet<>();
        held.forEach((name, request) -> {
            try (request) {
                String answer = request.finish();
                if (!isUnauthenticated(answer)) {
                    accepted.add(name + ": " + answer.lines().findFirst().orElse(""));
                }
            }
        });
        assertEquals(Set.of(), accepted);
    }

    private static boolean isUnauthenticated(String answer) {
        return answer.startsWith("HTTP/1.1 401") && answer.contains("urn:gatehouse:problem:unauthenticated");
    }

    private String sent(String name, String token) {
        try (HeldRequest request = hold(name, token)) {
            return request.finish();
        }
    }

    private HeldRequest hold(String name, String token) {
        String line = TEMPLATE.matcher(name).replaceAll(UUID.randomUUID().toString());
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "If-Match", "\"0\"");
        return HeldRequest.send(RestAssured.port, line, headers, "{}");
    }

    private static void assertHasSchema(String name, JsonNode place) {
        assertTrue(place.has("schema") || place.has("$ref"), () -> name + ": " + place);
    }

    private void assertAnswers(String name, String statuses) {
        JsonNode operation = Objects.requireNonNull(operations.get(name), name);
        Set<String> documented = new TreeSet<>();
        operation.path("responses").fieldNames().forEachRemaining(documented::add);
        Set<String> wanted = new TreeSet<>(List.of(statuses.split(" ", -1)));
        if (operation.has("requestBody")) {
            wanted.addAll(Set.of("413", "415", "422"));
        }
        if (name.contains("{")) {
            wanted.add("404");
        }
        wanted.removeAll(documented);
        assertEquals(Set.of(), wanted, () -> name + " has " + documented);
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

    private List<String> danglingReferences() {
        return document.findValues("$ref").stream()
                .map(JsonNode::asText)
                .filter(reference -> !reference.startsWith("#/")
                        || document.at(reference.substring(1)).isMissingNode())
                .toList();
    }

    private static void withoutExample(String name, JsonNode schema, Set<String> without) {
        boolean told = Stream.of("examples", "example", "enum", "const", "$ref", "anyOf", "oneOf", "allOf")
                .anyMatch(schema::has);
        if (!told && !isSelfExplaining(schema.path("type"))) {
            without.add(name);
        }
        schema.path("properties")
                .properties()
                .forEach(property -> withoutExample(name + "." + property.getKey(), property.getValue(), without));
    }

    private static boolean isSelfExplaining(JsonNode type) {
        return type.isArray()
                ? Stream.iterate(0, index -> index < type.size(), index -> index + 1)
                        .anyMatch(index ->
                                SELF_EXPLAINING.contains(type.path(index).asText()))
                : SELF_EXPLAINING.contains(type.asText());
    }
}
