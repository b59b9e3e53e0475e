package dev.gatehouse.testbed.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.VerificationPage;
import dev.gatehouse.testbed.suite.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Services end while agents sign in, without a word or in order; the launcher starts them again. What had to wait for
 * them is neither lost nor done twice: entries in the audit log, notifications, the link to a new address.
 */
@Isolated
@Order(1) // while nobody stands by
@ExtendWith(RunningSuite.class)
class EndedServiceIT {
    /** The broker must miss the dead consumer first, which takes ten seconds. */
    private static final Duration CATCH_UP = Duration.ofSeconds(30);

    private static final int SIGN_INS = 5;
    private static final Duration STOP = Duration.ofSeconds(8);

    private final Suite suite;

    EndedServiceIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void losesAndDoublesNothingWhenServicesAreKilled() {
        losesAndDoublesNothing(suite.stack()::kill);
    }

    @Test
    void losesAndDoublesNothingWhileServicesStopInOrder() {
        losesAndDoublesNothing(suite.stack()::terminate);
    }

    /** B12: a client that waits holds up no restart. */
    @Test
    void answersWaitingClientsAtOnceWhenAuthStops() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        JsonNode challenge = suite.login(agent, address).expect(202).json().get("challenge");
        CompletableFuture<Answer> waiting = suite.visitor()
                .from(address)
                .getLater(
                        "/agent/api/v1/login-challenges/" + challenge.get("id").asText() + "?wait=25");
        Visitor meters = Visitor.to(suite.stack().local("AUTH_MANAGEMENT"));
        Eventually.holds(
                "the client waits", () -> meters.get("/q/metrics").body().contains("gatehouse_challenge_waiters 1"));

        // When
        CompletableFuture<ProcessHandle> stopped = suite.stack().terminate("auth");

        // Then
        Answer answer = waiting.orTimeout(STOP.toSeconds(), TimeUnit.SECONDS).join();
        assertEquals("pending", answer.expect(200).json().get("state").asText());
        stopped.orTimeout(STOP.toSeconds(), TimeUnit.SECONDS).join();
        suite.stack().awaitReady();
    }

    private void losesAndDoublesNothing(Function<String, CompletableFuture<ProcessHandle>> end) {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        JsonNode session = suite.loginFromNewAddress(agent, address);
        Visitor signedIn = suite.visitor().bearing(session.get("accessToken").asText());
        Agent stranger = suite.newAgent();
        String elsewhere = suite.freshAddress();

        // When
        List<CompletableFuture<ProcessHandle>> ending = new ArrayList<>();
        for (String service : List.of("notification", "audit", "ip-trust")) { // the last one mails links
            login(agent, address);
            ending.add(end.apply(service));
            login(agent, address);
        }
        JsonNode challenge = suite.login(stranger, elsewhere).expect(202).json().get("challenge");
        ending.forEach(CompletableFuture::join);

        // Then
        int all = 1 + 3 * 2 * SIGN_INS;
        suite.stack().awaitReady();
        Eventually.within(CATCH_UP, "every sign-in stands in the audit log", () -> audited(agent) >= all);
        Eventually.within(CATCH_UP, "every login has its notification in the app", () -> notified(signedIn) >= all);
        assertEquals(all, audited(agent), "audited once");
        assertEquals(all, notified(signedIn), "notified once");
        getsOneLinkThatWorks(stranger, elsewhere, challenge);
    }

    /** Whose login came while ip-trust, which mails the link, was away. */
    private void getsOneLinkThatWorks(Agent stranger, String address, JsonNode challenge) {
        var mail = suite.awaitVerificationMail(stranger.email(), CATCH_UP);
        VerificationPage.open(suite.visitor(), VerificationPage.linkIn(mail))
                .trust(challenge.get("matchNumber").asText())
                .expect(200);
        String path = "/agent/api/v1/login-challenges/" + challenge.get("id").asText();
        Eventually.holds(
                "the session is there",
                () -> suite.visitor().from(address).post(path, Map.of()).status() == 201);
        assertEquals(1, suite.verificationMails(stranger.email()).size());
    }

    private void login(Agent agent, String address) {
        for (int i = 0; i < SIGN_INS; i++) {
            suite.login(agent, address).expect(201);
        }
    }

    private int audited(Agent agent) {
        return Collections.frequency(suite.auditedTypes(agent.id()), "login.succeeded");
    }

    private static int notified(Visitor signedIn) {
        JsonNode list = signedIn.get("/agent/api/v1/notifications?limit=200")
                .expect(200)
                .json();
        return Collections.frequency(list.get("items").findValuesAsText("kind"), "login");
    }
}
