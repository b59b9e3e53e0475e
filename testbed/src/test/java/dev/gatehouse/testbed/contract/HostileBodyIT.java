package dev.gatehouse.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bodies and queries that are made to do harm, at every operation of every service. */
@ExtendWith(RunningSuite.class)
class HostileBodyIT {
    /** What somebody would like to be. */
    private static final List<String> RIGHTS = List.of(
            "isAdmin",
            "roles",
            "realm",
            "accountId",
            "verified",
            "locked",
            "mfaEnrolled",
            "whitelist",
            "createdAt",
            "__proto__",
            "class");

    private final Callers callers;

    HostileBodyIT(Suite suite) {
        this.callers = new Callers(suite);
    }

    @Test
    void a13OnlyLoginsAndResetsTakeAnAddressWithoutAToken() {
        // When
        Set<String> open = bodies().filter(operation -> !operation.needsToken())
                .filter(operation -> new SampleBody(operation).fields().contains("email"))
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertEquals(
                Set.of(
                        "post /agent/api/v1/sessions",
                        "post /api/v1/sessions",
                        "post /agent/api/v1/password-resets",
                        "post /api/v1/password-resets"),
                open);
    }

    @Test
    void a23NoBodyTakesAFieldThatIsNotItsOwn() {
        List<String> taken = new ArrayList<>();
        bodies().forEach(operation -> {
            SampleBody sample = new SampleBody(operation);
            RIGHTS.stream().filter(right -> !sample.fields().contains(right)).forEach(right -> {
                Answer answer = send(operation, sample.with("\"" + right + "\":true"));
                if (answer.status() != 400 || !answer.problem().matches("unknown-property|malformed-request")) {
                    taken.add(operation + " " + right + ": " + answer.status() + " " + answer.body());
                }
            });
        });

        assertEquals(List.of(), taken);
    }

    /** Lone surrogates, NUL, numbers and durations beyond every range, texts that are too long, other types. */
    @Test
    void a24NoFieldTakesWhatIsBeyondItsBounds() {
        List<String> wrong = new ArrayList<>();
        bodies().forEach(operation -> {
            String before = state(operation);
            new SampleBody(operation).hostile().forEach(hostile -> {
                Answer answer = send(operation, hostile.text());
                if (!isRefusal(operation, hostile, answer)) {
                    wrong.add(operation + " " + hostile + ": " + answer.status() + " " + answer.body());
                }
            });
            if (!before.equals(state(operation))) {
                wrong.add(operation + " changed " + before + " to " + state(operation));
            }
        });

        assertEquals("", String.join("\n", wrong));
    }

    /** Larger ones are refused before they are read, in front of every operation. */
    @Test
    void a24RefusesDeepAndWideBodies() {
        String deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        String wide = "{\"a\":1"
                + IntStream.range(0, 5_000).mapToObj(n -> ",\"k" + n + "\":1").collect(Collectors.joining()) + "}";
        List<String> wrong = new ArrayList<>();
        bodies().forEach(operation -> {
            Callers.check(wrong, operation + " deep", send(operation, deep), 400);
            Callers.check(wrong, operation + " wide", send(operation, wide), 400);
        });

        assertEquals("", String.join("\n", wrong));
    }

    private Stream<Operation> bodies() {
        List<Operation> bodies = callers.operations().stream()
                .filter(operation ->
                        operation.description().at("/requestBody/content").has("application/json"))
                .toList();
        assertFalse(bodies.isEmpty());
        return bodies.stream();
    }

    private Answer send(Operation operation, String body) {
        return callers.visitor(operation)
                .with("If-Match", etag(operation))
                .sendRaw(operation.method().toUpperCase(Locale.ROOT), callers.path(operation), body);
    }

    private String etag(Operation operation) {
        return current(operation)
                .map(answer -> answer.header("ETag"))
                .filter(tag -> !tag.isEmpty())
                .orElse("\"0\"");
    }

    /** Of one thing that has a version; lists change under the tests that run at the same time. */
    private String state(Operation operation) {
        return current(operation)
                .filter(answer -> !answer.header("ETag").isEmpty())
                .map(Answer::body)
                .orElse("");
    }

    private Optional<Answer> current(Operation operation) {
        return operation.item().has("get") && operation.needsToken()
                ? Optional.of(callers.visitor(operation).get(callers.path(operation)))
                : Optional.empty();
    }

    /** A rule is broken by this very field, or the body cannot be read; whoever needs no token may be told nothing. */
    private static boolean isRefusal(Operation operation, SampleBody.Hostile hostile, Answer answer) {
        if (Callers.showsTheInside(answer) || !answer.header("Content-Type").startsWith("application/problem+json")) {
            return false;
        }
        return switch (answer.status()) {
            case 400, 409 -> true;
            case 422 -> names(answer.json().path("violations"), hostile.field());
            case 401, 404, 410, 429 -> !operation.needsToken();
            default -> false;
        };
    }

    private static boolean names(JsonNode violations, String field) {
        return StreamSupport.stream(violations.spliterator(), false)
                .anyMatch(violation -> field.equals(violation.path("field").asText()));
    }
}
