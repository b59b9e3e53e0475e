package dev.gatehouse.chassis.security.accesstoken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwksOverHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String POINT =
            "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                    + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"";

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-01T10:00:00Z"));
    private final AtomicReference<String> published = new AtomicReference<>(set("first"));
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer publisher = server();
    private final JwksOverHttp keys = keys();

    @BeforeEach
    void publish() {
        publisher.start();
    }

    @AfterEach
    void stop() {
        publisher.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void findsAKeyThatWasPublishedMeanwhile() {
        // Given
        refresh();
        assertTrue(keys.find("first").isPresent());
        published.set(set("second"));
        now.updateAndGet(time -> time.plusSeconds(11));

        // When
        refresh();

        // Then
        assertTrue(keys.find("second").isPresent());
        assertFalse(keys.find("first").isPresent());
    }

    @Test
    void asksThePublisherAtMostOnceInTenSeconds() {
        // When
        for (int i = 0; i < 50; i++) {
            refresh();
        }

        // Then
        assertEquals(1, asked.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"keys\":[]}",
                "nonsense",
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"first\",\"k\":\"AAAA\"}]}"
            })
    void keepsItsKeysWhenThePublisherIsUnwell(String answer) {
        // Given
        refresh();
        published.set(answer);
        now.updateAndGet(time -> time.plusSeconds(11));

        // When
        refresh();

        // Then
        assertTrue(keys.find("first").isPresent());
    }

    @Test
    void keepsItsKeysWhenThePublisherIsGone() {
        // Given
        refresh();
        publisher.stop(0);
        now.updateAndGet(time -> time.plusSeconds(11));

        // When
        refresh();

        // Then
        assertTrue(keys.find("first").isPresent());
    }

    private void refresh() {
        keys.refresh().await().atMost(PATIENCE);
    }

    private JwksOverHttp keys() {
        return new JwksOverHttp(
                vertx, now::get, "http://127.0.0.1:" + publisher.getAddress().getPort() + "/jwks.json");
    }

    private HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks.json", exchange -> {
                asked.incrementAndGet();
                byte[] body = published.get().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String set(String keyId) {
        return "{\"keys\":[{" + POINT + ",\"kid\":\"" + keyId + "\",\"use\":\"sig\"}]}";
    }
}
