package dev.gatehouse.localstack.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.localstack.suite.Member;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service closes a kept connection at the moment at which the gateway sends the next request over it. */
class RepeatedRequestTest {
    private static final String FIRST = "GET /api/v1/first";

    private final Vertx vertx = Vertx.vertx();
    private ClosingService service;
    private Gateway gateway;

    @BeforeEach
    void keepAConnection() throws Exception {
        service = ClosingService.start();
        gateway = Gateway.start(
                vertx,
                0,
                Arrays.stream(Member.values()).collect(Collectors.toMap(Function.identity(), member -> service.port())),
                "http://localhost:8025");
        assertTrue(send(FIRST, "").startsWith("HTTP/1.1 200"));
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        service.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** RFC 9110, section 9.2.2, and RFC 9112, section 9.3.1. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void sendsWhatOnlyReadsOnceMore(String method) throws IOException {
        String second = method + " /api/v1/second?x=1";

        String answer = send(second, "");

        assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        assertEquals(List.of(FIRST, second, second), service.received());
    }

    /** It may have had its effect. */
    @ParameterizedTest
    @CsvSource({"POST, ''", "POST, xx", "PUT, xx", "PATCH, xx", "DELETE, ''", "GET, xx"})
    void sendsNothingElseTwice(String method, String body) throws IOException {
        String second = method + " /api/v1/second";

        String answer = send(second, body);

        assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
        assertTrue(answer.contains("urn:gatehouse:problem:dependency-unavailable"), answer);
        assertEquals(List.of(FIRST, second), service.received());
    }

    @Test
    void answersForAServiceThatWentAwayMeanwhile() throws IOException {
        service.close();

        String answer = send("GET /api/v1/second", "");

        assertTrue(answer.startsWith("HTTP/1.1 503"), answer);
        assertEquals(List.of(FIRST, "GET /api/v1/second"), service.received());
    }

    private String send(String request, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
            String whole = request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + length + "\r\n" + body;
            socket.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
