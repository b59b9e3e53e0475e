package dev.gatehouse.auth.credential.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class BreachedPasswordsIT {
    /** Its SHA-1 is CBFDAC6008F9CAB4083784CBD1874F76618D2A97. */
    private static final Secret BREACHED = Secret.of("password123");

    private static final String REST = "C6008F9CAB4083784CBD1874F76618D2A97";

    @Inject
    Events events;

    @Inject
    Transactions transactions;

    private final UUID account = UUID.randomUUID();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> asked = new AtomicReference<>();
    private final AtomicReference<@Nullable String> padding = new AtomicReference<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Nullable
    private HttpServer list;

    private volatile String answer = "";
    private volatile int status = 200;
    private volatile boolean silent;

    @BeforeEach
    void start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/range/", this::answer);
        server.start();
        list = server;
    }

    @AfterEach
    void stop() {
        released.countDown();
        if (list != null) {
            list.stop(0);
        }
        threads.close();
    }

    @Test
    void refusesWhatIsOnTheListAndTellsFiveDigitsOnly() {
        // Given
        answer = "0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n" + REST + ":251682\r\n";

        // When
        List<Violation> broken = lookUp();

        // Then
        assertEquals(List.of("breached"), broken.stream().map(Violation::code).toList());
        assertEquals("/range/CBFDA", asked.get());
        assertEquals("true", padding.get());
    }

    @Test
    void acceptsWhatIsNotOnIt() {
        // Given
        answer = "0018A45C4D1DEF81644B54AB7F969B88D65:1\r\n" + REST + ":0\r\n";

        // Then
        assertEquals(List.of(), lookUp());
        assertTrue(
                PublishedEvents.events(EventType.BREACH_CHECK_FAILED, account).isEmpty());
    }

    @Test
    void acceptsAndTellsWhenTheListDoesNotAnswer() {
        // Given
        silent = true;

        // Then
        assertEquals(List.of(), lookUp());
        assertEquals("timeout", cause());
    }

    @Test
    void acceptsAndTellsWhenTheListIsBroken() {
        // Given
        status = 503;

        // Then
        assertEquals(List.of(), lookUp());
        assertEquals("bad_answer", cause());
    }

    @Test
    void acceptsAndTellsWhenNobodyIsThere() {
        // Given
        URI url = url();
        if (list != null) {
            list.stop(0);
        }

        // Then
        assertEquals(List.of(), lookUp(Optional.of(url)));
        assertEquals("unreachable", cause());
    }

    @Test
    void asksNobodyWithoutAList() {
        assertEquals(List.of(), lookUp(Optional.empty()));
        assertEquals(null, asked.get());
    }

    private List<Violation> lookUp() {
        return lookUp(Optional.of(url()));
    }

    private List<Violation> lookUp(Optional<URI> url) {
        BreachedPasswords breached = new BreachedPasswords(new Config(url), events, transactions);
        List<Violation> broken =
                breached.violations("password", BREACHED, account).await().atMost(Duration.ofSeconds(10));
        breached.stop();
        return broken;
    }

    private String cause() {
        return PublishedEvents.event(EventType.BREACH_CHECK_FAILED, account)
                .at("/data/cause")
                .asText();
    }

    private URI url() {
        assertFalse(list == null);
        return URI.create("http://127.0.0.1:" + list.getAddress().getPort() + "/range");
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.set(exchange.getRequestURI().getPath());
        padding.set(exchange.getRequestHeaders().getFirst("Add-Padding"));
        try (exchange) {
            if (silent) {
                released.await();
            }
            byte[] body = answer.getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Config(Optional<URI> breachUrl) implements PolicyConfig {
        @Override
        public Duration breachTimeout() {
            return Duration.ofMillis(500);
        }

        @Override
        public Duration reminderCheckEvery() {
            return Duration.ofHours(1);
        }
    }
}
