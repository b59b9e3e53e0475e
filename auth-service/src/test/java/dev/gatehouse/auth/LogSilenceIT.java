package dev.gatehouse.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.auth.People.Person;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets pass through every login endpoint; none of them appears in the log or on the topics. */
@QuarkusTest
@AuthStack
class LogSilenceIT {
    private static final String WRONG = "wrong-but-secret phrase of mine";
    private static final String NEW = "new-and-secret phrase of mine";

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler listener = new Listener();
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("dev.gatehouse");

    @Inject
    People people;

    @BeforeEach
    void listen() {
        listener.setLevel(Level.ALL);
        root.addHandler(listener);
        ours.setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(listener);
        ours.setLevel(null);
    }

    @Test
    void noSecretIsLoggedOrPublished() {
        // Given
        Person agent = people.agent();
        Browser browser = Browser.of(agent);

        // When
        LoggedIn loggedIn = LoggedIn.by(browser, agent);
        String successor = browser.refresh(loggedIn.refreshToken()).path("refreshToken");
        browser.login(agent.email(), WRONG).then().statusCode(401);
        browser.login(WRONG, WRONG).then().statusCode(401);
        browser.login(agent.email(), WRONG.repeat(10)).then().statusCode(422);
        send(browser, "{\"email\":\"a@b.test\",\"password\":\"" + WRONG);
        send(browser, "{\"email\":\"a@b.test\",\"password\":{\"x\":\"" + WRONG + "\"}}");
        send(browser, "{\"email\":\"a@b.test\",\"passwort\":\"" + WRONG + "\"}");
        browser.with(loggedIn.accessToken())
                .contentType(ContentType.JSON)
                .body(Map.of("password", WRONG))
                .post(browser.path("/me/step-up"))
                .then()
                .statusCode(401);
        browser.with(loggedIn.accessToken())
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", People.PASSWORD, "newPassword", NEW))
                .put(browser.path("/me/password"))
                .then()
                .statusCode(204);
        browser.with(loggedIn.accessToken() + "x")
                .get(browser.path("/me"))
                .then()
                .statusCode(401);
        browser.from("198.51.100.9").refresh(loggedIn.refreshToken()).then().statusCode(401);

        // Then
        List<String> secrets = List.of(
                WRONG,
                NEW,
                People.PASSWORD,
                loggedIn.accessToken(),
                secretOf(loggedIn.refreshToken()),
                secretOf(successor),
                "$argon2id$");
        assertFalse(lines.isEmpty());
        for (String secret : secrets) {
            assertEquals(
                    List.of(),
                    lines.stream().filter(line -> line.contains(secret)).toList());
            assertEquals(
                    List.of(),
                    published().stream().filter(text -> text.contains(secret)).toList());
        }
    }

    private static void send(Browser browser, String body) {
        browser.request()
                .contentType(ContentType.JSON)
                .body(body)
                .post(browser.path("/sessions"))
                .then()
                .statusCode(400);
    }

    private static String secretOf(String refreshToken) {
        return refreshToken.split("\\.", -1)[2];
    }

    private static List<String> published() {
        return StackEnds.topics().all(Topic.SECURITY_EVENTS).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** Keeps every log line as written, with its stack trace. */
    private final class Listener extends Handler {
        private final Formatter form = new PatternFormatter("%c %s%e%n");

        @Override
        public void publish(LogRecord record) {
            lines.add(form.format(ExtLogRecord.wrap(record)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
