package dev.gatehouse.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.chassis.testkit.hostile.HeldRequest;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.EveryService;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every operation of every service that takes a body, with its last byte held back while the caller loses the
 * authority. How a token expires meanwhile is tested with the filter itself; without a body there is nothing to hold.
 */
@ExtendWith(RunningSuite.class)
@DisplayName("H1: no operation keeps an authority that was lost while its body was held back")
class HeldBodyIT {
    private final Suite suite;
    private final Visitor admin;
    private final Agent agent;
    private final String address;
    private final Session session;
    private final List<Operation> operations;

    HeldBodyIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.admin = suite.admin();
        this.agent = suite.newAgent();
        this.address = suite.freshAddress();
        suite.newSession(agent, address);
        right(true);
        this.session = Session.of(
                suite.visitor().from(address), suite.login(agent, address).expect(201));
        this.operations = Contract.of(suite).operations().stream()
                .filter(Operation::ofApi)
                .filter(Operation::needsToken)
                .filter(Operation::takesBody)
                .filter(operation -> !Audience.USER.contains(operation.path()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void isRefused(Loss loss) {
        // Given
        List<Held> held = operations.stream().map(this::hold).toList();
        assertFalse(held.isEmpty());

        // When
        loss.happen(this);
        Eventually.holds("all services refuse the token", () -> EveryService.refuses(session.visitor()));

        // Then
        List<String> accepted = held.stream().flatMap(Held::acceptance).toList();
        assertEquals(List.of(), accepted);
        Eventually.holds("the refusal is audited", () -> suite.auditLog().from(address, "access-token.refused").stream()
                .anyMatch(event -> event.path("reason").asText().equals("authority_lost")));
    }

    private Held hold(Operation operation) {
        String path =
                operation.path().replaceAll("[{][^}]+[}]", UUID.randomUUID().toString());
        String line = operation.method().toUpperCase(Locale.ROOT) + " " + path;
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + session.accessToken(), "If-Match", "\"0\"", "X-Forwarded-For", address);
        return new Held(operation, HeldRequest.send(suite.origin().getPort(), line, headers, "{}"));
    }

    private void right(boolean granted) {
        admin.put("/admin/api/v1/accounts/" + agent.id() + "/admin", Map.of("admin", granted, "reason", "test"))
                .expect(200);
    }

    /** How the caller loses the authority. */
    enum Loss {
        RIGHT_WITHDRAWN {
            @Override
            void happen(HeldBodyIT test) {
                test.right(false);
            }
        },
        ACCOUNT_DISABLED {
            @Override
            void happen(HeldBodyIT test) {
                String path = "/admin/api/v1/accounts/" + test.agent.id();
                String version = test.admin.get(path).expect(200).header("ETag");
                test.admin
                        .with("If-Match", version)
                        .patch(path, Map.of("status", "disabled"))
                        .expect(200);
            }
        },
        SESSION_ENDED {
            @Override
            void happen(HeldBodyIT test) {
                test.session.visitor().delete("/agent/api/v1/sessions/current").expect(204);
            }
        };

        abstract void happen(HeldBodyIT test);
    }

    /** An operation that waits for its last byte. */
    private record Held(Operation operation, HeldRequest request) {
        /** What it answered to the last byte, unless it was refused. */
        Stream<String> acceptance() {
            try (request) {
                String answer = request.finish();
                boolean refused = answer.startsWith("HTTP/1.1 401 ") && answer.contains("session-revoked");
                return refused
                        ? Stream.empty()
                        : Stream.of(
                                operation + ": " + answer.lines().findFirst().orElse(""));
            }
        }
    }
}
