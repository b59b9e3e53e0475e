package dev.gatehouse.chassis.testkit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The mailbox that takes every mail the services send. */
public final class Mailbox {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI messages;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    Mailbox(int port) {
        this.messages = URI.create("http://127.0.0.1:" + port + "/api/messages");
    }

    /** A mail as it arrived. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Received(String id, String from, String to, String subject, String date, String text, String html) {}

    /** All mail to this address, newest first. */
    public List<Received> to(String address) {
        URI query = URI.create(messages + "?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
        try {
            return json.readValue(ask(HttpRequest.newBuilder(query).build()), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The newest mail to this address; waits for the first one. */
    public Received awaitTo(String address) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> to(address), received -> !received.isEmpty())
                .getFirst();
    }

    /** Throws all mail away. */
    public void clear() {
        String answer = ask(HttpRequest.newBuilder(messages).DELETE().build());
        if (!answer.isEmpty() && !answer.startsWith("{")) {
            throw new IllegalStateException("The mailbox says " + answer);
        }
    }

    private String ask(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("The mailbox answers " + response.statusCode());
            }
            return response.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
