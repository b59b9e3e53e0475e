package dev.gatehouse.testbed.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Eventually;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.VerificationPage;
import dev.gatehouse.testbed.suite.Visitor;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service is killed without a word while agents sign in. */
@ExtendWith(RunningSuite.class)
class KilledServiceIT {
    private static final int SIGN_INS_BEFORE = 5;
    private static final int SIGN_INS_AFTER = 10;

    private final Suite suite;

    KilledServiceIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @ParameterizedTest
    @ValueSource(strings = {"notification", "audit", "ip-trust"})
    void losesAndDoublesNothing(String service) {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        JsonNode session = suite.signInFromNewAddress(agent, address);
        Visitor signedIn = suite.visitor().bearing(session.get("accessToken").asText());

        // When
        signIn(agent, address, SIGN_INS_BEFORE);
        suite.stack().kill(service);
        signIn(agent, address, SIGN_INS_AFTER);

        // Then
        int all = 1 + SIGN_INS_BEFORE + SIGN_INS_AFTER;
        suite.stack().awaitReady();
        Eventually.within(Duration.ofSeconds(30), "every sign-in stands in the audit log", () -> audited(agent) >= all);
        Eventually.within(
                Duration.ofSeconds(30), "every sign-in was noticed in the app", () -> noticed(signedIn) >= all);
        assertEquals(all, audited(agent), "audited once");
        assertEquals(all, noticed(signedIn), "noticed once");
    }

    @Test
    void mailsTheLinkOnceWhenIpTrustComesBack() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        suite.stack().kill("ip-trust");

        // When
        JsonNode challenge = suite.signIn(agent, address).expect(202).json().get("challenge");
        suite.stack().awaitReady();

        // Then
        var mail = suite.mailbox().await(agent.email(), "new address", Duration.ofSeconds(30));
        VerificationPage.open(suite.visitor(), VerificationPage.linkIn(mail))
                .trust(challenge.get("matchNumber").asText())
                .expect(200);
        String path = "/agent/api/v1/login-challenges/" + challenge.get("id").asText();
        Eventually.holds(
                "the session is there",
                () -> suite.visitor().from(address).post(path, Map.of()).status() == 201);
        assertEquals(
                1,
                suite.mailbox().to(agent.email()).stream()
                        .filter(one -> one.subject().contains("new address"))
                        .count());
    }

    private void signIn(Agent agent, String address, int times) {
        IntStream.range(0, times).forEach(time -> suite.signIn(agent, address).expect(201));
    }

    private int audited(Agent agent) {
        return Collections.frequency(suite.auditedTypes(agent.id()), "login.succeeded");
    }

    private static int noticed(Visitor signedIn) {
        JsonNode list = signedIn.get("/agent/api/v1/notifications?limit=200")
                .expect(200)
                .json();
        return Collections.frequency(list.get("items").findValuesAsText("kind"), "login");
    }
}
