package dev.gatehouse.testbed.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** The broker hangs: sockets open, no answers. */
@Isolated
@ExtendWith(RunningSuite.class)
class BrokerStoppedIT {
    private static final Duration OUTAGE = Duration.ofSeconds(12);

    private final Suite suite;

    BrokerStoppedIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void doesNotStopLoginFromTrustedAddressesAndLosesNothing() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        suite.loginFromNewAddress(agent, address);
        AtomicInteger logins = new AtomicInteger(1);

        // When
        try (var outage = suite.stack().pause("broker")) {
            Awaitility.await("every sign-in gets its session")
                    .pollInterval(Duration.ofMillis(300))
                    .during(OUTAGE)
                    .atMost(OUTAGE.plusSeconds(3))
                    .until(() -> outage.lasts() && logsIn(agent, address, logins));
        }

        // Then
        int all = logins.get();
        Eventually.within(Duration.ofSeconds(60), "every sign-in stands in the audit log", () -> audited(agent) >= all);
        assertEquals(all, audited(agent), "once");
    }

    @Test
    void refusesAdminChangesWhileNobodyCanTellWhichSessionsEnded() {
        // Given
        var admin = suite.admin();

        // When
        try (var outage = suite.stack().pause("broker")) {
            Eventually.within(OUTAGE, "admin changes are refused", () -> {
                Answer answer = admin.delete("/admin/api/v1/accounts/019a0000-0000-7000-8000-000000000000");
                return answer.status() == 503 && answer.problem().equals("revocation-feed-silent");
            });
            admin.get("/admin/api/v1/accounts").expect(200);
            assertEquals(true, outage.lasts());
        }

        // Then
        Eventually.within(
                Duration.ofSeconds(30),
                "they are allowed again",
                () -> admin.delete("/admin/api/v1/accounts/019a0000-0000-7000-8000-000000000000")
                                .status()
                        == 404);
    }

    private boolean logsIn(Agent agent, String address, AtomicInteger logins) {
        logins.incrementAndGet();
        return suite.login(agent, address).status() == 201;
    }

    private int audited(Agent agent) {
        return Collections.frequency(suite.auditedTypes(agent.id()), "login.succeeded");
    }
}
