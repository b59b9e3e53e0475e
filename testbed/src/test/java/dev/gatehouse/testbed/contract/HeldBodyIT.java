package dev.gatehouse.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.chassis.testkit.hostile.HeldRequest;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.EndUser;
import dev.gatehouse.testbed.suite.EveryService;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every operation of every service that takes a body and a token, with its last byte held back while the caller loses
 * the authority. How a token expires meanwhile is tested with the filter itself; without a body there is nothing to
 * hold.
 */
@ExtendWith(RunningSuite.class)
@DisplayName("H1: no operation keeps an authority that was lost while its body was held back")
class HeldBodyIT {
    /** Their callers prove themselves by what they send: there is no authority that could be lost. */
    private static final Set<String> WITHOUT_TOKEN = Set.of(
            "POST /accept-invitation/{token}",
            "POST /agent/api/v1/invitations/{token}",
            "POST /agent/api/v1/password-resets",
            "POST /agent/api/v1/password-resets/{token}",
            "POST /agent/api/v1/login-challenges/{id}",
            "POST /agent/api/v1/sessions",
            "POST /agent/api/v1/sessions/refresh",
            "POST /api/v1/invitations/{token}",
            "POST /api/v1/password-resets",
            "POST /api/v1/password-resets/{token}",
            "POST /api/v1/login-challenges/{id}",
            "POST /api/v1/sessions",
            "POST /api/v1/sessions/refresh",
            "POST /reset-password/{token}",
            "POST /verify-ip/{token}");

    private final Suite suite;
    private final Visitor admin;
    private final Agent agent;
    private final EndUser user;
    private final String address;
    private final Session ofAgent;
    private final Session ofUser;
    private final List<Operation> operations;

    HeldBodyIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.admin = suite.admin();
        this.agent = suite.newAgent();
        this.user = suite.newUser();
        this.address = suite.freshAddress();
        suite.newSession(agent, address);
        right(true);
        this.ofAgent = Session.of(
                suite.visitor().from(address), suite.login(agent, address).expect(201));
        Visitor client = suite.visitor().from(address);
        this.ofUser = Session.of(
                client, client.post("/api/v1/sessions", user.credentials()).expect(201));
        this.operations = Contract.of(suite).operations().stream()
                .filter(Operation::changes)
                .toList();
    }

    @Test
    void leavesOutNoOperation() {
        Set<String> withoutToken = operations.stream()
                .filter(operation -> operation.takesBody() && !operation.needsToken())
                .map(HeldBodyIT::line)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(WITHOUT_TOKEN), withoutToken);
    }

    @ParameterizedTest
    @EnumSource
    void isRefused(Loss loss) {
        // Given
        List<Held> held = operations.stream()
                .filter(operation -> operation.takesBody() && operation.needsToken())
                .filter(operation -> loss.concernsUsers || !isOfUsers(operation))
                .map(this::hold)
                .toList();
        assertFalse(held.isEmpty());
        assertTrue(EveryService.isAdministeredBy(ofAgent.visitor()));
        ofUser.visitor().get("/api/v1/me").expect(200);

        // When
        loss.happen(this);
        awaitRefusal(loss);

        // Then
        List<String> accepted = held.stream().flatMap(Held::acceptance).toList();
        assertEquals(List.of(), accepted);
        Eventually.holds(
                "each refusal is audited as a loss, so none was refused before its body came",
                () -> suite.auditLog().from(address, "access-token.refused").stream()
                                .filter(event -> event.path("reason").asText().equals("authority_lost"))
                                .count()
                        >= held.size());
    }

    private void awaitRefusal(Loss loss) {
        Eventually.holds("all services refuse the token", () -> EveryService.refuses(ofAgent.visitor()));
        Eventually.holds(
                "the user's token is refused",
                () -> !loss.concernsUsers || ofUser.visitor().get("/api/v1/me").status() == 401);
    }

    private static boolean isOfUsers(Operation operation) {
        return Audience.USER.contains(operation.path());
    }

    private static String line(Operation operation) {
        return operation.method().toUpperCase(Locale.ROOT) + " " + operation.path();
    }

    private Held hold(Operation operation) {
        String line =
                line(operation).replaceAll("[{][^}]+[}]", UUID.randomUUID().toString());
        Session session = isOfUsers(operation) ? ofUser : ofAgent;
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + session.accessToken(), "If-Match", "\"0\"", "X-Forwarded-For", address);
        return new Held(operation, HeldRequest.send(suite.origin().getPort(), line, headers, "{}"));
    }

    private void right(boolean granted) {
        admin.put("/admin/api/v1/accounts/" + agent.id() + "/admin", Map.of("admin", granted, "reason", "test"))
                .expect(200);
    }

    private void disable(String id) {
        String path = "/admin/api/v1/accounts/" + id;
        String version = admin.get(path).expect(200).header("ETag");
        admin.with("If-Match", version)
                .patch(path, Map.of("status", "disabled"))
                .expect(200);
    }

    /** How the caller loses the authority. */
    enum Loss {
        RIGHT_WITHDRAWN(false) {
            @Override
            void happen(HeldBodyIT test) {
                test.right(false);
            }
        },
        ACCOUNT_DISABLED(true) {
            @Override
            void happen(HeldBodyIT test) {
                test.disable(test.agent.id());
                test.disable(test.user.id());
            }
        },
        SESSION_ENDED(true) {
            @Override
            void happen(HeldBodyIT test) {
                test.ofAgent.visitor().delete("/agent/api/v1/sessions/current").expect(204);
                test.ofUser.visitor().delete("/api/v1/sessions/current").expect(204);
            }
        };

        private final boolean concernsUsers;

        Loss(boolean concernsUsers) {
            this.concernsUsers = concernsUsers;
        }

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
