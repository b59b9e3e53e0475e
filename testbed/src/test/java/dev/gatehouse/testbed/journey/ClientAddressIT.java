package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.VerificationPage;
import dev.gatehouse.testbed.suite.Visitor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Only the one trusted proxy may say where a request comes from. */
@ExtendWith(RunningSuite.class)
class ClientAddressIT {
    private static final String STRANGER = "127.0.0.5";

    private final Suite suite;

    ClientAddressIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void a09DoesNotBelieveAForwardingHeaderFromSomebodyWhoIsNoProxy() throws IOException {
        // Given
        Agent agent = suite.newAgent();
        String trusted = suite.freshAddress();
        suite.loginFromNewAddress(agent, trusted);

        // When
        try (HttpClient stranger = stranger()) {
            var answer =
                    suite.visitor().through(stranger).from(trusted).post("/agent/api/v1/sessions", agent.credentials());

            // Then
            assertEquals(202, answer.status(), answer.body());
        }
        Eventually.holds("the page shows where it really came from", () -> VerificationPage.open(
                        suite.visitor(), VerificationPage.linkIn(suite.awaitVerificationMail(agent.email())))
                .text()
                .contains(STRANGER));
    }

    @Test
    void recordsThatSomebodyWhoIsNoProxyForgedTheHeader() throws IOException {
        // Given
        String claimed = suite.freshAddress();

        // When
        try (HttpClient stranger = stranger()) {
            Visitor.to(suite.stack().local("AUTH"))
                    .through(stranger)
                    .from(claimed)
                    .get("/.well-known/jwks.json")
                    .expect(200);
        }

        // Then
        Eventually.holds("the forged header stands in the audit log", () -> suite.admin()
                .get("/admin/api/v1/audit/events?type=client-address.forged&ip=" + STRANGER)
                .expect(200)
                .json()
                .findValuesAsText("claimed")
                .contains(claimed));
    }

    @Test
    void a09TakesTheRightMostHopThatIsNoProxy() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();

        // When
        suite.visitor()
                .from("198.51.100.99, " + address + ", 127.0.0.1")
                .post("/agent/api/v1/sessions", agent.credentials())
                .expect(202);

        // Then
        Mailbox.Received mail = suite.awaitVerificationMail(agent.email());
        String page = VerificationPage.open(suite.visitor(), VerificationPage.linkIn(mail))
                .text();
        assertTrue(page.contains(address), page);
    }

    private static HttpClient stranger() throws IOException {
        return HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(STRANGER))
                .build();
    }
}
