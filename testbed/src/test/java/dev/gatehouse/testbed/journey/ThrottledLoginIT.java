package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody guesses a password: the guesses end, the owner works on, and the administrator can help. */
@ExtendWith(RunningSuite.class)
class ThrottledLoginIT {
    private static final String WRONG = "a wrong but long password";

    private final Suite suite;
    private final Agent agent;
    private final String home;

    ThrottledLoginIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.agent = suite.newAgent();
        this.home = suite.freshAddress();
    }

    @Test
    void stopsTheGuessesAndNotTheOwner() {
        // Given
        String thief = suite.freshAddress();
        suite.newSession(agent, home);

        // When
        for (int guess = 0; guess < 5; guess++) {
            suite.login(agent.typing(WRONG), thief).expect(401);
        }
        Answer sixth = suite.login(agent.typing(WRONG), thief).expect(429);

        // Then
        assertTrue(Integer.parseInt(sixth.header("Retry-After")) <= 30, "the first lock takes half a minute");
        suite.login(agent, suite.freshAddress()).expect(401);
        suite.login(agent, home).expect(201);
        Eventually.holds(
                "five guesses stand in the audit log",
                () -> suite.auditLog().about(agent.id(), "login.failed").size() == 5);
    }

    @Test
    void letsTheOwnerInAgainOnceAnAdministratorUnlocksTheAccount() {
        // Given
        for (int guess = 0; guess < 5; guess++) {
            suite.login(agent.typing(WRONG), home).expect(401);
        }
        suite.login(agent, home).expect(429);

        // When
        suite.admin()
                .postNothing("/admin/api/v1/accounts/" + agent.id() + "/unlock")
                .expect(204);

        // Then
        assertEquals(202, suite.login(agent, home).status(), "the address is to be verified as ever");
        suite.auditLog().awaitOne(agent.id(), "account.unlocked");
    }
}
