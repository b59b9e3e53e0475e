package dev.gatehouse.localstack.demo;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A person with a browser: one address, one set of cookies, at most one session. */
final class Visitor {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/140.0.0.0 Safari/537.36";

    private final String origin;
    private final Optional<String> address;
    private final Narrator narrator;
    private final HttpClient client;
    private Optional<String> accessToken = Optional.empty();

    private Visitor(String origin, Optional<String> address, Narrator narrator) {
        this.origin = origin;
        this.address = address;
        this.narrator = narrator;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .build();
    }

    /** A person at this machine. */
    static Visitor here(String origin, Narrator narrator) {
        return new Visitor(origin, Optional.empty(), narrator);
    }

    /** A person at another address, as the local stack's one trusted proxy allows from 127.0.0.1. */
    static Visitor from(String address, String origin, Narrator narrator) {
        return new Visitor(origin, Optional.of(address), narrator);
    }

    void holds(String token) {
        accessToken = Optional.of(token);
    }

    /** Sends the request without printing it. */
    Reply get(String path) {
        return now(request("GET", path, BodyPublishers.noBody(), Map.of()));
    }

    Reply shownGet(String path) {
        narrator.sent("GET " + path + from());
        return get(path);
    }

    Reply send(String method, String path) {
        narrator.sent(method + " " + path + from());
        return now(request(method, path, BodyPublishers.noBody(), Map.of()));
    }

    Reply send(String method, String path, JsonObject body) {
        return send(method, path, body, Map.of());
    }

    Reply send(String method, String path, JsonObject body, Map<String, String> headers) {
        narrator.sent(method + " " + path + "  " + Narrator.shown(body) + from());
        return sendJson(method, path, body, headers);
    }

    Reply sendSilently(String method, String path, JsonObject body) {
        return sendJson(method, path, body, Map.of());
    }

    private Reply sendJson(String method, String path, JsonObject body, Map<String, String> headers) {
        return now(
                request(method, path, BodyPublishers.ofString(body.encode()), withType(headers, "application/json")));
    }

    /** As a browser posts a form. */
    Reply submit(String path, String form) {
        narrator.sent("POST " + path + "  " + form + from());
        return now(request(
                "POST",
                path,
                BodyPublishers.ofString(form),
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Origin", origin)));
    }

    /** Begins to wait for an answer that comes when something happens. */
    CompletableFuture<Reply> begin(String path) {
        narrator.sent("GET " + path + "  (long poll)");
        Stopwatch watch = new Stopwatch();
        return client.sendAsync(
                        request("GET", path, BodyPublishers.noBody(), Map.of()), HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> Reply.of(response, watch.elapsed()));
    }

    private Reply now(HttpRequest request) {
        Stopwatch watch = new Stopwatch();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return Reply.of(response, watch.elapsed());
        } catch (IOException e) {
            throw new DemoFailure("nothing answers at " + origin + " (" + e.getMessage()
                    + "); start the suite first: ./gatehouse up");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        }
    }

    private HttpRequest request(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, body)
                .timeout(PATIENCE)
                .header("User-Agent", BROWSER)
                .header("Accept", "application/json, text/html;q=0.9")
                .header("Accept-Language", "en");
        headers.forEach(request::header);
        address.ifPresent(text -> request.header("X-Forwarded-For", text));
        accessToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request.build();
    }

    private static Map<String, String> withType(Map<String, String> headers, String type) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", type);
        return all;
    }

    private String from() {
        return address.map(text -> "  from " + text).orElse("");
    }
}
