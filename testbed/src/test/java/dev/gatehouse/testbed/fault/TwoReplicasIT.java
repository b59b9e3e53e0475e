package dev.gatehouse.testbed.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.Replicas;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.VerificationPage;
import dev.gatehouse.testbed.suite.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Two replicas of each service: what one of them did, the other knows. */
@Isolated
@Order(Integer.MAX_VALUE - 2) // late, because the second processes cost as much as the first
@ExtendWith(RunningSuite.class)
class TwoReplicasIT {
    private static final String LOGIN = "/agent/api/v1/sessions";
    private static final String REFRESH = "/agent/api/v1/sessions/refresh";
    private static final String HASHES = "gatehouse_password_hash_seconds_count ";
    private static final int GUESSES = 60;
    private static final int ALLOWED = 5;

    /** An endpoint of each service that knows an agent by the access token. */
    private static final Map<String, String> KNOWING = Map.of(
            "auth", "/agent/api/v1/sessions",
            "ip-trust", "/agent/api/v1/ip-trust/trusted-addresses",
            "notification", "/agent/api/v1/notifications");

    private final Suite suite;
    private final Replicas second;
    private final Agent agent;
    private final String address;

    TwoReplicasIT(Suite suite, Replicas second) {
        this.suite = suite;
        this.second = second;
        second.awaitReady();
        suite.requireIpTrust();
        this.agent = suite.newAgent();
        this.address = suite.freshAddress();
    }

    @Test
    void aLoginBeginsAtOneReplicaAndEndsAtTheOther() {
        // Given
        JsonNode challenge = suite.login(agent, address).expect(202).json().get("challenge");
        Visitor atSecond = second.visitor("auth").from(address);
        String path = "/agent/api/v1/login-challenges/" + challenge.get("id").asText();
        CompletableFuture<Answer> waiting = atSecond.getLater(path + "?wait=25");

        // When
        String link = VerificationPage.linkIn(suite.awaitVerificationMail(agent.email()));
        VerificationPage.open(second.visitor("ip-trust"), link)
                .trust(challenge.get("matchNumber").asText())
                .expect(200);

        // Then
        assertEquals("approved", waiting.join().expect(200).json().get("state").asText());
        Session session = Session.of(atSecond, atSecond.post(path, Map.of()).expect(201));
        Answer refreshed = suite.visitor()
                .from(address)
                .post(REFRESH, Map.of("refreshToken", session.refreshToken()))
                .expect(200);
        assertEquals(session.id(), Session.of(atSecond, refreshed).id());
        Eventually.holds(
                "the address is trusted at both replicas",
                () -> suite.login(agent, address).status() == 201
                        && atSecond.post(LOGIN, agent.credentials()).status() == 201);
        assertEquals(1, suite.verificationMails(agent.email()).size());
    }

    @Test
    void aSessionThatEndedAtOneReplicaIsRefusedByEveryOther() {
        // Given
        Session session = suite.newSession(agent, address);
        KNOWING.keySet()
                .forEach(service ->
                        Eventually.holds(service + " knows the token", () -> statusAtSecond(service, session) == 200));

        // When
        session.visitor().delete(LOGIN + "/current").expect(204);

        // Then
        Eventually.within(
                Duration.ofSeconds(1),
                "the second replica of every service refuses the token",
                () -> KNOWING.keySet().stream().allMatch(service -> statusAtSecond(service, session) == 401));
        assertEquals(
                "session-revoked",
                second.visitor("auth")
                        .from(address)
                        .post(REFRESH, Map.of("refreshToken", session.refreshToken()))
                        .expect(401)
                        .problem());
    }

    @Test
    void parallelGuessesAtBothReplicasAreCountedTogether() {
        // Given
        Agent guesser = agent.typing("a wrong but long password");
        List<Visitor> replicas =
                List.of(suite.visitor().from(address), second.visitor("auth").from(address));
        long hashesBefore = hashes();

        // When
        List<CompletableFuture<Answer>> guesses = IntStream.range(0, GUESSES)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> replicas.get(number % replicas.size()).post(LOGIN, guesser.credentials()),
                        command -> Thread.ofVirtual().start(command)))
                .toList();
        List<Integer> statuses =
                guesses.stream().map(guess -> guess.join().status()).toList();

        // Then
        assertTrue(statuses.stream().allMatch(status -> status == 401 || status == 429), statuses::toString);
        assertEquals(ALLOWED, statuses.stream().filter(status -> status == 401).count());
        assertEquals(ALLOWED, hashes() - hashesBefore);
        Eventually.holds(
                "each guess that was tried stands in the audit log",
                () -> suite.auditLog().about(agent.id(), "login.failed").size() == ALLOWED);
    }

    private int statusAtSecond(String service, Session session) {
        return second.visitor(service)
                .from(address)
                .bearing(session.accessToken())
                .get(KNOWING.getOrDefault(service, ""))
                .status();
    }

    /** How many passwords both replicas have hashed. */
    private long hashes() {
        return hashes(Visitor.to(suite.stack().local("AUTH_MANAGEMENT")))
                + hashes(second.of("auth").management());
    }

    private static long hashes(Visitor management) {
        return management
                .get("/q/metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(HASHES))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(HASHES.length())))
                .sum();
    }
}
