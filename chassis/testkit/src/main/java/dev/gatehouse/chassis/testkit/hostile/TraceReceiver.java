package dev.gatehouse.chassis.testkit.hostile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Receives the traces of the service under test (OTLP over HTTP). Those that come between PUT and DELETE of
 * {@link #RECEIVED} are given back there. Protobuf keeps texts as they are, so a search in its bytes finds every text
 * of every span.
 */
public final class TraceReceiver implements QuarkusTestResourceLifecycleManager {
    static final String RECEIVED = "/received";
    static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private boolean keeps;
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/", this::answer);
            started.start();
            server = started;
            return Map.of(
                    ENDPOINT,
                    "http://127.0.0.1:" + started.getAddress().getPort(),
                    "quarkus.otel.exporter.otlp.protocol",
                    "http/protobuf",
                    "quarkus.otel.bsp.schedule.delay",
                    "PT0.1S",
                    "quarkus.otel.bsp.max.queue.size",
                    "100000",
                    "gatehouse.trace-ratio",
                    "1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod()) {
                case "PUT", "DELETE" -> {
                    keeps = exchange.getRequestMethod().equals("PUT");
                    received.reset();
                    exchange.sendResponseHeaders(204, -1);
                }
                case "GET" -> {
                    exchange.sendResponseHeaders(200, received.size());
                    received.writeTo(exchange.getResponseBody());
                }
                default -> {
                    exchange.getRequestBody().transferTo(keeps ? received : OutputStream.nullOutputStream());
                    exchange.sendResponseHeaders(200, -1);
                }
            }
        }
    }
}
