package dev.gatehouse.localstack.bench;

import dev.gatehouse.localstack.demo.TrustedAgents.TrustedAgent;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Speaks to the suite through its gateway, as agents do; anything but the expected status ends the benchmark. */
final class Client {
    static final String SESSIONS = "/agent/api/v1/sessions";

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int OVERLOADED = 503;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String origin;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Client(String origin) {
        this.origin = origin;
    }

    /** A session and its tokens. */
    JsonObject login(TrustedAgent agent) throws IOException {
        JsonObject credentials = new JsonObject().put("email", agent.email()).put("password", agent.password());
        return json(
                request(SESSIONS)
                        .header("X-Forwarded-For", agent.address())
                        .POST(BodyPublishers.ofString(credentials.encode())),
                CREATED);
    }

    /** The status of a login with a wrong password from this address. */
    int guess(String email, String address) throws IOException {
        JsonObject credentials = new JsonObject().put("email", email).put("password", "not the password at all");
        return send(request(SESSIONS)
                        .header("X-Forwarded-For", address)
                        .POST(BodyPublishers.ofString(credentials.encode())))
                .statusCode();
    }

    /** The next tokens of the session, for the agent at their trusted address. */
    JsonObject refresh(TrustedAgent agent, JsonObject session) throws IOException {
        JsonObject body = new JsonObject().put("refreshToken", session.getString("refreshToken"));
        return json(
                request(SESSIONS + "/refresh")
                        .header("X-Forwarded-For", agent.address())
                        .POST(BodyPublishers.ofString(body.encode())),
                OK);
    }

    JsonObject get(String path, JsonObject session) throws IOException {
        return json(authorized(path, session).GET(), OK);
    }

    JsonObject put(String path, JsonObject session, JsonObject body, String etag) throws IOException {
        return json(authorized(path, session).header("If-Match", etag).PUT(BodyPublishers.ofString(body.encode())), OK);
    }

    void delete(String path, JsonObject session) throws IOException {
        var unused = expected(authorized(path, session).DELETE(), NO_CONTENT);
    }

    /** The status alone. */
    int status(String method, String path, JsonObject session) throws IOException {
        return send(authorized(path, session).method(method, BodyPublishers.noBody()))
                .statusCode();
    }

    String etag(String path, JsonObject session) throws IOException {
        return send(authorized(path, session).GET())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(PATIENCE)
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36")
                .header("Content-Type", "application/json");
    }

    private HttpRequest.Builder authorized(String path, JsonObject session) {
        return request(path).header("Authorization", "Bearer " + session.getString("accessToken"));
    }

    private JsonObject json(HttpRequest.Builder request, int expected) throws IOException {
        return new JsonObject(expected(request, expected).body());
    }

    private HttpResponse<String> expected(HttpRequest.Builder request, int expected) throws IOException {
        HttpResponse<String> response = send(request);
        if (response.statusCode() != expected) {
            String seen = response.request().method() + " "
                    + response.request().uri().getPath() + " answered " + response.statusCode() + ": "
                    + response.body();
            throw response.statusCode() == OVERLOADED ? new Overloaded(seen) : new IOException(seen);
        }
        return response;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
