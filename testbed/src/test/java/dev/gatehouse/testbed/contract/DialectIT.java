package dev.gatehouse.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.problem.ProblemType;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same mistake gets the same answer from every operation of every service. */
@ExtendWith(RunningSuite.class)
class DialectIT {
    private static final Set<String> PROBLEM = Set.of("type", "title", "status", "detail", "traceId");
    private static final String NO_BODY = "Send a JSON object in the body.";

    private final List<Operation> operations;
    private final Visitor admin;
    private final Visitor user;
    private final Visitor stranger;

    DialectIT(Suite suite) {
        this.operations = Contract.of(suite).operations();
        this.admin = suite.admin();
        this.stranger = suite.visitor().bearing("none");
        this.user = Session.of(
                        suite.visitor(),
                        suite.visitor()
                                .post("/api/v1/sessions", suite.newUser().credentials())
                                .expect(201))
                .visitor();
    }

    @TestFactory
    Stream<DynamicTest> answersAnUnknownIdAlike() {
        return each(
                operation -> operation.namesAnId() && !operation.takesBody(),
                operation -> assertAll(
                        () -> assertProblem(ProblemType.NOT_FOUND, operation.send(visitor(operation), "")),
                        () -> assertProblem(
                                ProblemType.NOT_FOUND, operation.sendTo("no-such-id", visitor(operation), ""))));
    }

    @TestFactory
    Stream<DynamicTest> answersAMissingBodyAlike() {
        return each(Operation::needsBody, operation -> {
            Answer answer = operation.send(visitor(operation).with("Content-Type", "application/json"), "");

            assertProblem(ProblemType.MALFORMED_REQUEST, answer);
            assertEquals(NO_BODY, answer.json().path("detail").asText());
        });
    }

    @TestFactory
    Stream<DynamicTest> answersAnUnreadableQueryParameterAlike() {
        return each(
                operation -> !operation.unreadableQueries().isEmpty(),
                operation -> assertAll(operation.unreadableQueries().stream().map(query -> () -> {
                    Answer answer = operation.send(visitor(operation), query);
                    String name = query.substring(0, query.indexOf('='));

                    assertProblem(ProblemType.MALFORMED_REQUEST, answer);
                    assertTrue(
                            answer.json().path("detail").asText().startsWith("The parameter " + name + " must be "),
                            () -> query + ": " + answer.body());
                })));
    }

    @TestFactory
    Stream<DynamicTest> answersAPageWithoutItemsAlike() {
        return each(operation -> operation.unreadableQueries().contains("limit=no-such-value"), operation -> {
            Answer answer = operation.send(visitor(operation), "limit=0");

            assertProblem(ProblemType.VALIDATION_FAILED, answer);
            assertEquals(
                    "[{\"field\":\"limit\",\"code\":\"out-of-range\",\"message\":\"must be between 1 and 200\"}]",
                    answer.json().path("violations").toString());
        });
    }

    @TestFactory
    Stream<DynamicTest> answersAMissingTokenAlike() {
        return each(Operation::needsToken, operation -> {
            Answer answer = operation.send(stranger, "");

            assertProblem(ProblemType.UNAUTHENTICATED, answer);
            assertFalse(answer.header("WWW-Authenticate").isEmpty());
        });
    }

    private Stream<DynamicTest> each(Predicate<Operation> which, Check check) {
        List<Operation> chosen =
                operations.stream().filter(Operation::ofApi).filter(which).toList();
        assertFalse(chosen.isEmpty(), "No operation has this form");
        return chosen.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> check.of(operation)));
    }

    private Visitor visitor(Operation operation) {
        return Audience.USER.contains(operation.path()) ? user : admin;
    }

    private static void assertProblem(ProblemType type, Answer answer) {
        JsonNode problem = answer.expect(type.status()).json();
        Set<String> members = new TreeSet<>();
        problem.fieldNames().forEachRemaining(members::add);
        members.remove("violations");
        assertEquals(new TreeSet<>(PROBLEM), members);
        assertEquals("application/problem+json", answer.header("Content-Type").replaceAll(";.*", ""));
        assertEquals(type.uri(), problem.path("type").asText());
        assertEquals(type.title(), problem.path("title").asText());
        assertEquals(type.status(), problem.path("status").asInt());
        assertTrue(problem.path("detail").asText().matches("[A-Z].*[.]"), problem::toString);
        assertTrue(problem.path("traceId").asText().matches("[0-9a-f]{32}"), problem::toString);
    }

    @FunctionalInterface
    private interface Check {
        void of(Operation operation);
    }
}
