package dev.gatehouse.chassis.testkit.hostile;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * M6: exports every span of every route of a service, with secrets in path, query, headers and body of each request,
 * and searches the export for them. The service's own test brings a token and needs {@link TraceReceiver}, which the
 * service has in all tests, so that none needs a start of its own.
 */
public abstract class TraceSilence {
    private static final String PATH = "pathSecret-0123456789abcdefghijklmnopqrstu";
    private static final String QUERY = "querySecret-0123456789abcdefghijklmnopqrst";
    private static final String BODY = "bodySecret-0123456789abcdefghijklmnopqrstu";
    private static final String COOKIE = "cookieSecret-0123456789abcdefghijklmnopqrs";
    private static final String ID = "0190c0de-5ec2-7e75-8000-5ec2e75ec2e7";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    @TestHTTPResource(value = "/openapi", management = true)
    @Nullable
    URI document;

    /** A token with which most endpoints can be reached. */
    protected abstract String token();

    @AfterEach
    void keepNoMore() {
        given().delete(receiver());
    }

    @Test
    void m6ExportsTemplatesOfRoutesAndNoSecret() throws IOException {
        // Given
        String token = token();
        List<String> templates = new ArrayList<>();
        given().put(receiver());

        // When
        askAll(templates, token);
        given().get("/verify-ip/" + PATH + "/" + PATH);
        given().get("/" + PATH + "?" + QUERY);

        // Then
        assertFalse(templates.isEmpty());
        Awaitility.await().atMost(LONG_ENOUGH).until(() -> {
            String export = export();
            return templates.stream().allMatch(export::contains);
        });
        String export = export();
        for (String secret : List.of(PATH, QUERY, BODY, COOKIE, ID, token.substring(token.lastIndexOf('.') + 1))) {
            assertFalse(export.contains(secret), () -> around(export, secret));
        }
        assertTrue(export.contains("url.path"));
    }

    private void askAll(List<String> templates, String token) throws IOException {
        JsonNode paths = new ObjectMapper()
                .readTree(given().accept("application/json").get(document).asString())
                .path("paths");
        paths.properties().stream()
                .filter(path -> !path.getKey().endsWith("/stream"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> {
                            templates.add(path.getKey());
                            ask(operation.getKey(), path.getKey(), PATH, token);
                            ask(operation.getKey(), path.getKey(), ID, token);
                        }));
    }

    private static void ask(String method, String template, String value, String token) {
        String path = template.replaceAll("\\{[^}]+}", value);
        RequestSpecification request = given().header("X-Forwarded-For", "203.0.113.77")
                .header("Cookie", "__Host-gatehouse-agent=" + COOKIE)
                .queryParam("secret", QUERY)
                .auth()
                .oauth2(token);
        if (!method.equals("get")) {
            request.contentType(ContentType.JSON).body(Map.of("password", BODY, "refreshToken", BODY));
        }
        int status = request.request(method.toUpperCase(Locale.ROOT), path).statusCode();
        assertTrue(status < 600, path);
    }

    private static String export() {
        return new String(given().get(receiver()).asByteArray(), StandardCharsets.ISO_8859_1);
    }

    private static URI receiver() {
        return ConfigProvider.getConfig()
                .getValue(TraceReceiver.ENDPOINT, URI.class)
                .resolve(TraceReceiver.RECEIVED);
    }

    private static String around(String export, String secret) {
        int at = export.indexOf(secret);
        return secret + " in …" + export.substring(Math.max(0, at - 120), at) + "…";
    }
}
