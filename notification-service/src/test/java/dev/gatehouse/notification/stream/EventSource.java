package dev.gatehouse.notification.stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client of the stream, as a browser is one (HTML Standard, 9.2). */
final class EventSource implements AutoCloseable {
    private static final Pattern EVENT_ID = Pattern.compile("\"eventId\":\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final int status;
    private final AtomicInteger comments = new AtomicInteger();
    private volatile @Nullable String lastEventId;
    private volatile boolean ended;
    private volatile boolean closed;

    private EventSource(String token, @Nullable String from) {
        HttpResponse<Stream<String>> answer = ask(token, from);
        this.status = answer.statusCode();
        var unused = Thread.ofVirtual().start(() -> read(answer));
    }

    /** An event as it was dispatched. */
    record Event(@Nullable String name, @Nullable String id, String data) {}

    static EventSource open(String token, @Nullable String lastEventId) {
        return new EventSource(token, lastEventId);
    }

    int status() {
        return status;
    }

    void awaitOpen() {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertTrue(lastEventId != null));
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** The ids of the security events in the received notifications, in order. */
    List<String> eventIds() {
        return events.stream()
                .map(event -> EVENT_ID.matcher(event.data()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
    }

    String lastEventId() {
        return String.valueOf(lastEventId);
    }

    int comments() {
        return comments.get();
    }

    /** Whether the service ended it. */
    boolean isEnded() {
        return ended && !closed;
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
    }

    private HttpResponse<Stream<String>> ask(String token, @Nullable String from) {
        URI target = URI.create("http://localhost:" + RestAssured.port + StreamResourceIT.PATH);
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (from != null) {
            request.header("Last-Event-ID", from);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofLines());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void read(HttpResponse<Stream<String>> answer) {
        Parsed parsed = new Parsed();
        try (Stream<String> lines = answer.body()) {
            lines.forEach(line -> take(line, parsed));
            ended = true;
        } catch (UncheckedIOException gone) {
            ended = true;
        }
    }

    private void take(String line, Parsed parsed) {
        if (line.startsWith(":")) {
            comments.incrementAndGet();
        } else if (line.isEmpty()) {
            dispatch(parsed);
        } else {
            parsed.field(line);
        }
    }

    private void dispatch(Parsed parsed) {
        lastEventId = parsed.id;
        if (!parsed.data.isEmpty()) {
            events.add(new Event(parsed.name, parsed.id, parsed.data.toString()));
        }
        parsed.name = null;
        parsed.data.setLength(0);
    }

    private static final class Parsed {
        private @Nullable String name;
        private @Nullable String id;
        private final StringBuilder data = new StringBuilder();

        private void field(String line) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
            switch (field) {
                case "event" -> name = value;
                case "id" -> id = value;
                case "data" -> data.append(value);
                default -> {}
            }
        }
    }
}
