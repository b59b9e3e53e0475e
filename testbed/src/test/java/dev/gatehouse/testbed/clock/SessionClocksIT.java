package dev.gatehouse.testbed.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.EndUser;
import dev.gatehouse.testbed.suite.EventStream;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Sessions end by their clocks. Alone, because sessions of everybody last as short as it goes meanwhile. */
@Isolated
@ExtendWith(RunningSuite.class)
class SessionClocksIT {
    private static final Duration A_MINUTE_AND_SOME = Duration.ofSeconds(100);
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Suite suite;
    private final Agent agent;
    private final EndUser user;
    private final String address;

    SessionClocksIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.agent = suite.newAgent();
        this.user = suite.newUser();
        this.address = suite.freshAddress();
    }

    @AfterEach
    void restore() {
        suite.setSessions("agents", Map.of());
        suite.setSessions("users", Map.of());
    }

    @Test
    void endSessionsOfEachKindByEachClock() {
        // Given
        Map<String, Object> clocks = Map.of("idleTimeout", "PT1M", "requireActivity", true);
        suite.setSessions("agents", clocks);
        suite.setSessions("users", clocks);
        Sessions all = open();

        // When: all are polled, two are used
        try (EventStream stream = all.unused.visitor().follow("/agent/api/v1/notifications/stream")) {
            Eventually.within(A_MINUTE_AND_SOME, "the unused sessions end", all::haveEndedWhereUnused);

            // Then
            Eventually.within(
                    SOON,
                    "the stream says so and ends",
                    () -> stream.isEnded() && stream.events().getLast().equals("{\"reason\":\"idle\"}"));
        }
        assertEnded("idle", all.unused, agent.id());
        assertEnded("idle", all.unusedByUser, user.id());
        assertFalse(all.used.hasEnded() || all.usedByUser.hasEnded() || all.remembered.hasEnded());

        // When: the longest life of a session is shorter than these have lived
        shortenAllLives();

        // Then
        Eventually.within(SOON, "the oldest sessions end", all::haveAllEnded);
        assertEnded("expired", all.used, agent.id());
        assertEnded("expired", all.usedByUser, user.id());
        assertEnded("expired", all.remembered, user.id());
    }

    @Test
    void asksForAProofOfTheAddressThatASessionMovesTo() {
        // Given
        Session session = suite.newSession(agent, address);
        Visitor moved = suite.visitor().from(suite.freshAddress());
        Map<String, String> token = Map.of("refreshToken", session.refreshToken());

        // When
        Answer asked = moved.post("/agent/api/v1/sessions/refresh", token).expect(202);

        // Then
        Eventually.holds(
                "the second mail is there",
                () -> suite.verificationMails(agent.email()).size() == 2);
        String path = suite.approved(agent, moved, asked.json().get("challenge"));
        moved.post(path, Map.of()).expect(204);
        Answer goesOn = moved.post("/agent/api/v1/sessions/refresh", token).expect(200);
        assertEquals(session.id(), Session.of(moved, goesOn).id());
    }

    private Sessions open() {
        Client unused = new Client("/agent/api/v1", suite.newSession(agent, address));
        Client used = new Client(
                "/agent/api/v1",
                Session.of(
                        suite.visitor().from(address),
                        suite.login(agent, address).expect(201)));
        return new Sessions(unused, used, loggedIn(false), loggedIn(false), loggedIn(true));
    }

    private Client loggedIn(boolean remember) {
        Map<String, Object> credentials = new HashMap<>(user.credentials());
        credentials.put("rememberMe", remember);
        Visitor client = suite.visitor().from(address);
        return new Client(
                "/api/v1",
                Session.of(client, client.post("/api/v1/sessions", credentials).expect(201)));
    }

    private void shortenAllLives() {
        Map<String, Object> shorter = Map.of("idleTimeout", "PT1M", "maxLifetime", "PT1M");
        suite.setSessions("agents", shorter);
        Map<String, Object> ofUsers = new HashMap<>(shorter);
        ofUsers.put("rememberMe", Map.of("allowed", true, "lifetime", "PT1M"));
        suite.setSessions("users", ofUsers);
    }

    private void assertEnded(String why, Client client, String accountId) {
        assertEquals("session-expired " + why, client.end());
        Eventually.holds(
                "the audit log says how it ended", () -> suite.auditLog().about(accountId, "session.ended").stream()
                        .anyMatch(event -> event.path("sessionId").asText().equals(client.first.id())
                                && event.at("/data/why").asText().equals(why)));
    }

    /** Sessions of an agent and a user, with and without use. */
    private record Sessions(Client unused, Client used, Client unusedByUser, Client usedByUser, Client remembered) {
        private boolean haveEndedWhereUnused() {
            used.isUsed();
            usedByUser.isUsed();
            return unused.hasEnded() && unusedByUser.hasEnded();
        }

        private boolean haveAllEnded() {
            return used.hasEnded() && usedByUser.hasEnded() && remembered.hasEnded();
        }
    }

    /** A client that refreshes all the time. */
    private static final class Client {
        private final String audience;
        private final Session first;
        private final AtomicReference<Session> current;
        private final AtomicReference<String> end = new AtomicReference<>("");

        private Client(String audience, Session session) {
            this.audience = audience;
            this.first = session;
            this.current = new AtomicReference<>(session);
        }

        private Visitor visitor() {
            return session().visitor();
        }

        /** Refreshes; that alone is no use. */
        private boolean hasEnded() {
            if (end().isEmpty()) {
                Session session = session();
                Answer answer = session.client()
                        .post(audience + "/sessions/refresh", Map.of("refreshToken", session.refreshToken()));
                if (answer.status() == 200) {
                    current.set(Session.of(session.client(), answer));
                } else {
                    end.set(answer.problem() + " "
                            + answer.json().path("reason").asText());
                }
            }
            return !end().isEmpty();
        }

        private void isUsed() {
            visitor().postNothing(audience + "/sessions/current/activity").expect(204);
        }

        private String end() {
            return Objects.requireNonNull(end.get());
        }

        private Session session() {
            return Objects.requireNonNull(current.get());
        }
    }
}
