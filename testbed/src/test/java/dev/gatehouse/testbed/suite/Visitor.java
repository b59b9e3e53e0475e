package dev.gatehouse.testbed.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A client with an address, a user agent and possibly a token; immutable, so a test reads
 * {@code agent.bearing(token).get("/…")}.
 */
public final class Visitor {
    /** The user agent as Firefox names itself. */
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI origin;
    private final HttpClient client;
    private final List<String> headers;

    private Visitor(URI origin, HttpClient client, List<String> headers) {
        this.origin = origin;
        this.client = client;
        this.headers = List.copyOf(headers);
    }

    /** Somebody on this machine. */
    public static Visitor to(URI origin) {
        return new Visitor(origin, CLIENT, List.of("User-Agent", FIREFOX));
    }

    /** The same, played from this address by the one peer that the local stack trusts as a proxy. */
    public Visitor from(String address) {
        return with("X-Forwarded-For", address);
    }

    /** The same, through this client, so that the connection itself can come from somewhere else. */
    public Visitor through(HttpClient otherClient) {
        return new Visitor(origin, otherClient, headers);
    }

    public Visitor bearing(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    public Visitor with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Visitor(origin, client, more);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer post(String path, Map<String, ?> body) {
        return send(request(path, body, "POST"));
    }

    public Answer put(String path, Map<String, ?> body) {
        return send(request(path, body, "PUT"));
    }

    public Answer patch(String path, Map<String, ?> body) {
        return send(request(path, body, "PATCH"));
    }

    /** Sends no body at all. */
    public Answer postNothing(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    /** Sends no body at all, by any method. */
    public Answer sendNothing(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /** Sends these very bytes as JSON, however wrong. */
    public Answer postRaw(String path, String body) {
        return sendRaw("POST", path, body);
    }

    /** The same by any method. */
    public Answer sendRaw(String method, String path, String body) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    public Answer postForm(String path, Map<String, String> fields) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Json.form(fields))));
    }

    /** Asks now, answers later: for long polls. */
    public CompletableFuture<Answer> getLater(String path) {
        return client.sendAsync(request(path).GET().build(), BodyHandlers.ofString())
                .thenApply(Answer::new);
    }

    /** Opens a stream of events. */
    public EventStream follow(String path) {
        return EventStream.open(
                request(path).header("Accept", "text/event-stream").GET().build());
    }

    private HttpRequest.Builder request(String path, Map<String, ?> body, String method) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(Json.write(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(origin.resolve(path))
                .timeout(Duration.ofSeconds(40))
                .headers(headers.toArray(String[]::new));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for an answer", e);
        }
    }
}
