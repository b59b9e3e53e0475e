package dev.gatehouse.testbed.suite;

import dev.gatehouse.chassis.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** An open stream of Server-Sent Events, as a browser holds it (HTML Standard, 9.2). */
public final class EventStream implements AutoCloseable {
    private static final String DATA = "data:";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> answer;
    private final CompletableFuture<Void> end;

    private EventStream(HttpRequest request) {
        this.answer = ask(request);
        this.end = CompletableFuture.runAsync(() -> answer.body().forEach(lines::add), Thread::startVirtualThread);
    }

    /** Returns when the stream is there, so that nothing is missed that happens from now on. */
    static EventStream open(HttpRequest request) {
        EventStream stream = new EventStream(request);
        Eventually.holds("the stream is open", () -> stream.lines.contains(":open"));
        return stream;
    }

    public int status() {
        return answer.statusCode();
    }

    /** What every event so far carried, in order. */
    public List<String> events() {
        return lines.stream()
                .filter(line -> line.startsWith(DATA))
                .map(line -> line.substring(DATA.length()).strip())
                .toList();
    }

    /** Whether the other side has closed it in order. */
    public boolean isEnded() {
        return end.isDone() && !end.isCompletedExceptionally();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpResponse<Stream<String>> ask(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while opening a stream", e);
        }
    }
}
