package dev.gatehouse.testbed.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.chassis.testkit.TcpProxy;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.Replicas;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** One replica of auth-service is cut off from its database, as behind a firewall that dropped its connections. */
@Isolated
@Order(Integer.MAX_VALUE - 1) // with them
@ExtendWith(RunningSuite.class)
class CutOffReplicaIT {
    private static final String LOGIN = "/agent/api/v1/sessions";
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);
    private static final Duration ANSWERED = LONGEST_ANSWER.plusSeconds(5);
    private static final int AT_ONCE = 8;

    private final Suite suite;
    private final Replicas replicas;

    CutOffReplicaIT(Suite suite, Replicas replicas) {
        this.suite = suite;
        this.replicas = replicas;
        suite.stack().awaitReady();
        suite.requireIpTrust();
    }

    @Test
    void saysSoAtOnceAndGoesOnWhereItIsConnectedAgain() {
        // Given
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        suite.loginFromNewAddress(agent, address);
        try (TcpProxy cable = TcpProxy.to(suite.stack().number("DATABASE"));
                Replicas.Replica replica = replicaBehind(cable)) {
            Visitor visitor = replica.visitor().from(address);
            Eventually.holds("it knows the address", () -> login(visitor, agent).status() == 201);

            // When
            cable.silence();

            // Then
            for (CompletableFuture<Answer> login : loginsAtOnce(visitor, agent)) {
                assertEquals("dependency-unavailable", login.join().expect(503).problem());
            }
            Eventually.holds("it takes no more requests", () -> !replica.isReady());
            suite.login(agent, address).expect(201);

            // When
            cable.restore();

            // Then
            Eventually.holds("it takes requests again", replica::isReady);
            Eventually.holds("it goes on", () -> login(visitor, agent).status() == 201);
        }
    }

    private Replicas.Replica replicaBehind(TcpProxy cable) {
        Replicas.Replica replica = replicas.another(
                "auth",
                Map.of(
                        "GATEHOUSE_DB_PORT", Integer.toString(cable.port()),
                        "GATEHOUSE_DB_LONGEST_ANSWER", LONGEST_ANSWER.toString()));
        replica.awaitReady();
        return replica;
    }

    /** Each fails when it has no answer in time. */
    private static List<CompletableFuture<Answer>> loginsAtOnce(Visitor visitor, Agent agent) {
        return Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> login(visitor, agent), command -> Thread.ofVirtual()
                                        .start(command))
                                .orTimeout(ANSWERED.toSeconds(), TimeUnit.SECONDS))
                .limit(AT_ONCE)
                .toList();
    }

    private static Answer login(Visitor visitor, Agent agent) {
        return visitor.post(LOGIN, agent.credentials());
    }
}
