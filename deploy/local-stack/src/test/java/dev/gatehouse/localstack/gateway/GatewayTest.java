package dev.gatehouse.localstack.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.localstack.suite.Member;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicBoolean streamClosed = new AtomicBoolean();
    private HttpServer upstream;
    private Gateway gateway;

    @BeforeEach
    void startGatewayBeforeOneService() throws Exception {
        upstream = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        Map<Member, Integer> ports = Arrays.stream(Member.values())
                .collect(Collectors.toMap(Function.identity(), member -> upstream.actualPort()));
        gateway = Gateway.start(vertx, 0, ports, "http://localhost:8025");
    }

    @AfterEach
    void stop() {
        gateway.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void appendsTheRealPeerToWhatTheClientClaims() throws IOException {
        String answer = send(
                "127.0.0.5",
                "GET /api/v1/echo HTTP/1.1",
                "X-Forwarded-For: 198.51.100.1",
                "X-Forwarded-For: 203.0.113.7");

        assertTrue(answer.contains("forwarded=[198.51.100.1, 203.0.113.7, 127.0.0.5]"), answer);
        assertTrue(answer.contains("from=127.0.0.1"), answer);
    }

    @Test
    void passesPathQueryAndHostUnchanged() throws IOException {
        String answer = send("127.0.0.1", "GET /api/v1/echo/a%20b?x=%2F..%2F&y=1 HTTP/1.1");

        assertTrue(answer.contains("uri=/api/v1/echo/a%20b?x=%2F..%2F&y=1"), answer);
        assertTrue(answer.contains("host=localhost"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /agent/api/v1/../../../admin/api/v1/accounts HTTP/1.1",
                "GET http://localhost/admin/../x HTTP/1.1",
                "GET http://user@localhost/admin/api/v1/accounts HTTP/1.1",
                "GET ftp://localhost/admin/api/v1/accounts HTTP/1.1",
                "GET localhost:80 HTTP/1.1",
                "GET /agent/api/v1/ip-trust%2f..%2fx HTTP/1.1",
                "GET /api/v1\\echo HTTP/1.1",
                "GET /api/v1/<echo> HTTP/1.1",
                "GET \\ HTTP/1.1",
            })
    void refusesDeceptivePathsBeforeAnyServiceSeesThem(String requestLine) throws IOException {
        String answer = send("127.0.0.1", requestLine);

        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertTrue(answer.contains("urn:gatehouse:problem:refused-path"), answer);
        assertEquals(0, received.get());
    }

    /** T30 (RFC 9112, section 3.2.2). */
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/api/v1/echo?x=1, /api/v1/echo?x=1, localhost:8080",
        "HTTP://helpdesk.example.test/api/v1/echo, /api/v1/echo, helpdesk.example.test"
    })
    void t30TakesAWholeUri(String target, String uri, String host) throws IOException {
        String answer = send("127.0.0.1", "GET " + target + " HTTP/1.1");

        assertTrue(answer.contains("uri=" + uri + " "), answer);
        assertTrue(answer.endsWith("host=" + host), answer);
    }

    /** T30: what the decoder refuses is a problem too. */
    @ParameterizedTest
    @CsvSource({
        "GET /api/v1/echo HTTP/1.1, X-Filler, 20000, 431, headers-too-large",
        "GET /api/v1/echo HTTP/1.1, X-Filler, 40000, 431, headers-too-large",
        "GET /api/v1/echo HTTP/1.1, X Filler, 1, 400, malformed-request",
        "GET /api/v1/%s HTTP/1.1, X-Filler, 1, 414, target-too-long"
    })
    void t30AnswersWhatCannotBeReadWithAProblem(
            String line, String header, int headerLength, int status, String problem) throws IOException {
        String answer =
                send("127.0.0.1", line.replace("%s", "a".repeat(5_000)), header + ": " + "x".repeat(headerLength));

        assertTrue(answer.matches("(?s)HTTP/1\\.[01] " + status + " .*"), answer);
        assertTrue(answer.contains("urn:gatehouse:problem:" + problem), answer);
        assertEquals(0, received.get());
    }

    /** A10 (RFC 9112, section 3.2): which of two hosts is meant, nobody knows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/echo HTTP/1.1",
                "GET http://localhost/api/v1/echo HTTP/1.1",
                "GET / HTTP/1.1",
                "GET /openapi.json HTTP/1.1"
            })
    void a10RefusesTwoHosts(String requestLine) throws IOException {
        for (String second : List.of("Host: evil.example.test", "host: localhost", "HOST:")) {
            String answer = send("127.0.0.1", requestLine, second);

            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertTrue(answer.contains("urn:gatehouse:problem:malformed-request"), answer);
        }
        assertEquals(0, received.get());
    }

    @Test
    void saysWhatThisIsAndWhereTheMailsAre() throws IOException {
        String answer = send("127.0.0.1", "GET / HTTP/1.1");

        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        assertTrue(answer.contains("Content-Type: text/html; charset=utf-8"), answer);
        assertTrue(answer.contains("<a href=\"http://localhost:8025\">"), answer);
        assertTrue(send("127.0.0.1", "HEAD / HTTP/1.1").endsWith("\r\n\r\n"));
        assertTrue(send("127.0.0.1", "POST / HTTP/1.1").startsWith("HTTP/1.1 405"));
        assertEquals(0, received.get());
    }

    @Test
    void leadsToNoManagementPage() throws IOException {
        String answer = send("127.0.0.1", "GET /q/health/ready HTTP/1.1");

        assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertEquals(0, received.get());
    }

    @Test
    void answersForServiceThatIsDown() throws Exception {
        upstream.close().toCompletionStage().toCompletableFuture().get();

        String answer = send("127.0.0.1", "GET /api/v1/echo HTTP/1.1");

        assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
        assertTrue(answer.toLowerCase(Locale.ROOT).contains("retry-after: 2"), answer);
        assertTrue(answer.contains("urn:gatehouse:problem:dependency-unavailable"), answer);
    }

    @Test
    void passesEachPieceOfStreamAtOnceAndEndsItWithTheClient() throws IOException {
        try (Socket socket = open("127.0.0.1", "GET /agent/api/v1/notifications/stream HTTP/1.1")) {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String line = lines.readLine();
            while (!line.equals("data: first")) {
                line = lines.readLine();
            }
            assertFalse(streamClosed.get());
        }
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertTrue(streamClosed.get()));
    }

    private void answer(HttpServerRequest request) {
        received.incrementAndGet();
        if (request.uri().endsWith("/stream")) {
            request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
            request.response().exceptionHandler(gone -> streamClosed.set(true));
            request.response().closeHandler(gone -> streamClosed.set(true));
            request.response().write("data: first\n\n").onFailure(gone -> streamClosed.set(true));
        } else {
            request.response()
                    .end("forwarded=" + request.headers().getAll("X-Forwarded-For") + " from="
                            + request.remoteAddress().hostAddress() + " uri=" + request.uri() + " host="
                            + request.getHeader("Host"))
                    .onFailure(gone -> request.response().reset());
        }
    }

    private String send(String from, String... head) throws IOException {
        try (Socket socket = open(from, head)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket open(String from, String... head) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port(), InetAddress.getByName(from), 0);
        String request = String.join("\r\n", head) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }
}
