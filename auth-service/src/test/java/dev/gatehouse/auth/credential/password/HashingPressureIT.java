package dev.gatehouse.auth.credential.password;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Eventually;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.Meters;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.RawHttp;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logins while every hashing thread is busy. */
@QuarkusTest
@AuthStack
class HashingPressureIT {
    /** More than the service has connections to its database. */
    private static final int MANY = 40;

    private static final int IMPATIENT = 20;

    @Inject
    HashingPool pool;

    @Inject
    PasswordConfig config;

    @Inject
    People people;

    @TestHTTPResource("/")
    @Nullable
    URI service;

    private final CountDownLatch busy = new CountDownLatch(1);
    private final List<UniAssertSubscriber<Boolean>> others = new ArrayList<>();
    private Person agent;
    private Browser browser;
    private LoggedIn loggedIn;

    /** All logins here are of one account, from one place. */
    @BeforeEach
    void limitNothing() {
        limit(false);
    }

    @AfterEach
    void limitAgain() {
        limit(true);
    }

    private static void limit(boolean enabled) {
        int changed = StackEnds.database(AuthStack.SCHEMA)
                .update("UPDATE login_limit_setting SET enabled = ? WHERE kind = 'AGENT'", enabled);
        assertEquals(1, changed);
    }

    @BeforeEach
    void keepEveryThreadBusy() {
        agent = people.agent();
        browser = Browser.of(agent);
        loggedIn = LoggedIn.by(browser, agent);
        int threads = config.hashThreads().orElse(Runtime.getRuntime().availableProcessors());
        for (int i = 0; i < threads; i++) {
            others.add(pool.run(this::waited).subscribe().withSubscriber(UniAssertSubscriber.create()));
        }
        Eventually.until(() -> waiting() == 0);
    }

    @AfterEach
    void letThemGo() {
        busy.countDown();
        others.forEach(work -> work.awaitItem(Duration.ofSeconds(20)).assertItem(true));
    }

    @Test
    void rejectsLoginsWhenTheQueueIsFull() {
        // Given
        for (int i = 0; i < config.hashQueue(); i++) {
            others.add(pool.run(() -> true).subscribe().withSubscriber(UniAssertSubscriber.create()));
        }

        // When
        Response answer = browser.login(agent);

        // Then
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", equalTo("urn:gatehouse:problem:overloaded"));
        assertEquals(1, sessions());
        letThemGo();
        browser.login(agent).then().statusCode(201);
    }

    @Test
    void loginsThatWaitForTheirHashHoldNoConnection() {
        // Given
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, MANY)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> browser.login(agent).statusCode(), clients))
                    .toList();
            Eventually.until(() -> waiting() == MANY);

            // When
            Response meanwhile = browser.with(loggedIn.accessToken()).get(browser.path("/sessions"));

            // Then
            meanwhile.then().statusCode(200).time(lessThan(3_000L));
            letThemGo();
            answers.forEach(answer -> assertEquals(201, answer.join()));
        }
    }

    /** M7: the connection is reset after the request was read, while the password waits for its hash. */
    @Test
    void m7ARefusedLoginIsAnEventAlthoughTheClientHangsUp() throws IOException {
        // Given
        for (int i = 0; i < IMPATIENT; i++) {
            Socket client = wrongLogin();
            int reading = i + 1;
            Eventually.until(() -> waiting() == reading);

            // When
            client.setSoLinger(true, 0);
            client.close();
        }
        everyEventLoopWorksOnce();
        letThemGo();

        // Then
        Eventually.until(
                () -> PublishedEvents.events(EventType.LOGIN_FAILED, agent.id()).size() == IMPATIENT);
    }

    private Socket wrongLogin() throws IOException {
        String body = "{\"email\":\"" + agent.email() + "\",\"password\":\"not the password at all\"}";
        String request = "POST /agent/api/v1/sessions HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        Socket client = new Socket(
                InetAddress.getLoopbackAddress(),
                Objects.requireNonNull(service).getPort());
        client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
        return client;
    }

    /** Connections go to the event loops in turn; one that answers has seen the resets before. */
    private void everyEventLoopWorksOnce() {
        int loops = 2 * Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < 2 * loops; i++) {
            String answer = RawHttp.get(Objects.requireNonNull(service).getPort(), "/.well-known/jwks.json");
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
        }
    }

    private long sessions() {
        return StackEnds.database(AuthStack.SCHEMA)
                .number("SELECT COUNT(*) FROM session WHERE account_id = ?", (Object) UuidBytes.bytes(agent.id()));
    }

    private static int waiting() {
        return (int) Meters.gauge("gatehouse.password.queue");
    }

    private boolean waited() {
        try {
            busy.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
