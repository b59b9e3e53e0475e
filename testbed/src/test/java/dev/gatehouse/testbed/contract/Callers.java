package dev.gatehouse.testbed.contract;

import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.List;
import java.util.UUID;

/** Every operation of the suite, with somebody who may call it. */
final class Callers {
    private static final String INSIDE = "(?s).*(dev\\.gatehouse|java\\.|Exception|jackson|SELECT|at [a-z]+\\.).*";

    private final Suite suite;
    private final List<Operation> operations;
    private final Visitor admin;
    private final Visitor user;
    private final Visitor own;
    private final Agent agent;

    Callers(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.operations = Contract.of(suite).operations().stream()
                .filter(Operation::ofApi)
                .toList();
        this.admin = suite.admin();
        this.agent = suite.newAgent();
        this.own = suite.newSession(suite.newAgent(), suite.freshAddress()).visitor();
        this.user = Session.of(
                        suite.visitor(),
                        suite.visitor()
                                .post("/api/v1/sessions", suite.newUser().credentials())
                                .expect(201)
                                .json())
                .visitor();
    }

    List<Operation> operations() {
        return operations;
    }

    /** Somewhere new each time for those who need no token, because failures of one place are limited. */
    Visitor visitor(Operation operation) {
        if (!operation.needsToken()) {
            return suite.visitor().from(suite.freshAddress());
        }
        if (operation.path().startsWith("/agent/")) {
            return own;
        }
        return Audience.USER.contains(operation.path()) ? user : admin;
    }

    /** With the id of an agent in it, or one that nothing has. */
    String path(Operation operation) {
        String id = operation.path().contains("/accounts/{id}")
                ? agent.id()
                : UUID.randomUUID().toString();
        return operation.path().replaceAll("[{][^}]+[}]", id);
    }

    /** Notes an answer that is none of the expected ones, or shows the inside. */
    static void check(List<String> wrong, String what, Answer answer, Integer... expected) {
        if (!List.of(expected).contains(answer.status()) || showsTheInside(answer)) {
            wrong.add(what + ": " + answer.status() + " " + answer.body());
        }
    }

    static boolean showsTheInside(Answer answer) {
        return answer.body().matches(INSIDE);
    }
}
