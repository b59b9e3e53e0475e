package dev.gatehouse.iptrust.trustedaddress;

import static dev.gatehouse.iptrust.testing.PageReader.comingFrom;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.chassis.testkit.restore.SchemaCopy;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.state.TrustedAddressState;
import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.iptrust.IpTrustStack;
import dev.gatehouse.iptrust.testing.PageReader;
import dev.gatehouse.iptrust.testing.SuiteFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that is restored from a copy is older than the topics. */
@QuarkusTest
@IpTrustStack
class RestoredDatabaseIT {
    private static final String OWN = "/agent/api/v1/ip-trust/trusted-addresses";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @BeforeEach
    void asAfterTheInstallation() {
        SuiteFixture.resetSettings();
    }

    /**
     * B5, A9: a challenge from an address whose trust was withdrawn after the copy was made does not renew the trust,
     * and trust that was given since can be seen and withdrawn.
     */
    @Test
    void trustIsAsItWasBeforeTheRestore() {
        // Given
        AccountState agent = SuiteFixture.agent();
        String withdrawn = SuiteFixture.freshAddress();
        String kept = SuiteFixture.freshAddress();
        String later = SuiteFixture.freshAddress();
        trust(agent, withdrawn);
        trust(agent, kept);
        try (SchemaCopy copy = SchemaCopy.of(SuiteFixture.database())) {
            as(agent).delete(OWN + "/" + idOf(agent, withdrawn)).then().statusCode(204);
            SuiteFixture.awaitEvent(agent.id(), "address.untrusted");
            awaitEnd(agent, withdrawn);
            trust(agent, later);
            awaitEvents(agent, "address.trusted", later, 1);

            // When
            copy.restore();
            as(agent).get(OWN).then().body("items", hasSize(2));
            SuiteFixture.publish(agent.id(), kept, "x", new LoginSucceeded(Audience.AGENT, List.of("pwd")));

            // Then
            var challenged = SuiteFixture.challenge(agent, withdrawn);
            SuiteFixture.awaitVerification(challenged, "PENDING");
            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(
                            () -> as(agent).get(OWN).then().body("items.network", containsInAnyOrder(kept, later)));
            assertTrue(newest(agent, withdrawn).contains("\"ended\":true"));

            // When it is trusted again
            trust(agent, withdrawn);

            // Then
            as(agent).get(OWN).then().body("items", hasSize(3));
            awaitEvents(agent, "address.trusted", withdrawn, 2);
            assertFalse(newest(agent, withdrawn).contains("\"ended\":true"));
        }
    }

    private static void trust(AccountState agent, String ip) {
        var challenged = SuiteFixture.challenge(agent, ip);
        SuiteFixture.awaitVerification(challenged, "PENDING");
        String path = Awaitility.await()
                .until(
                        () -> PageReader.awaitLink(agent),
                        link -> PageReader.open(link, "192.0.2.1").page().statusCode() == 200);
        PageReader.open(path, ip).trust(SuiteFixture.NUMBER).then().statusCode(200);
    }

    private static String idOf(AccountState agent, String network) {
        return as(agent).get(OWN).path("items.find { it.network == '" + network + "' }.id");
    }

    private static void awaitEvents(AccountState agent, String type, String network, int count) {
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertEquals(
                        count,
                        SuiteFixture.events(agent.id(), type).stream()
                                .filter(event -> event.contains(network))
                                .count()));
    }

    private static void awaitEnd(AccountState agent, String network) {
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertTrue(newest(agent, network).contains("\"ended\":true")));
    }

    private static String newest(AccountState agent, String network) {
        return SuiteFixture.newest(Topic.TRUSTED_ADDRESSES, TrustedAddressState.key(agent.id(), network));
    }

    private static RequestSpecification as(AccountState agent) {
        return comingFrom("203.0.113.92").auth().oauth2(Tokens.agent(agent.id()));
    }
}
