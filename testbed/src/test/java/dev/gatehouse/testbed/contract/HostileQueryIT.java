package dev.gatehouse.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Paths and queries that are made to do harm, at every operation of every service. */
@ExtendWith(RunningSuite.class)
class HostileQueryIT {
    private static final List<String> STATEMENTS =
            List.of("' OR '1'='1", "1; DROP TABLE account", "') AND SLEEP(9)-- ", "0x27 UNION SELECT 1");

    private final Callers callers;

    HostileQueryIT(Suite suite) {
        this.callers = new Callers(suite);
    }

    /** No parameter becomes a part of a statement: nothing fails inside, and nothing sleeps. */
    @Test
    void a32NoParameterIsAPartOfAStatement() {
        List<String> wrong = new ArrayList<>();
        callers.operations().stream()
                .filter(operation ->
                        operation.method().equals("get") && !operation.path().endsWith("/stream"))
                .forEach(operation -> STATEMENTS.forEach(statement -> {
                    parameters(operation, "query").forEach(name -> {
                        long begin = System.nanoTime();
                        Answer answer = callers.visitor(operation)
                                .get(callers.path(operation) + "?" + name + "=" + encoded(statement));
                        if (answer.status() >= 500 || Callers.showsTheInside(answer) || slow(begin)) {
                            wrong.add(operation + " " + name + "=" + statement + ": " + answer.status());
                        }
                    });
                    String target = operation.path().replaceAll("[{][^}]+[}]", encoded(statement));
                    if (!target.equals(operation.path())) {
                        Callers.check(
                                wrong,
                                operation + " " + statement,
                                callers.visitor(operation).get(target),
                                400,
                                404,
                                422);
                    }
                }));

        assertEquals("", String.join("\n", wrong));
    }

    /** There are no numbered pages, so none is far away; and no page is larger than 200. */
    @Test
    void a33NoPageIsFarAwayOrHuge() {
        List<Operation> lists = callers.operations().stream()
                .filter(operation -> parameters(operation, "query").contains("limit"))
                .toList();
        assertTrue(lists.size() >= 8, lists::toString);
        List<String> wrong = new ArrayList<>();
        lists.forEach(list -> {
            Callers.check(
                    wrong, list + " limit", callers.visitor(list).get(callers.path(list) + "?limit=1000000"), 422);
            Callers.check(
                    wrong,
                    list + " limit",
                    callers.visitor(list).get(callers.path(list) + "?limit=99999999999999999999"),
                    400,
                    422);
            Callers.check(
                    wrong,
                    list + " cursor",
                    callers.visitor(list).get(callers.path(list) + "?cursor=" + "A".repeat(300)),
                    400,
                    422);
        });
        callers.operations().forEach(operation -> parameters(operation, "query").stream()
                .filter(Set.of("page", "offset", "skip", "sort")::contains)
                .forEach(name -> wrong.add(operation + " has " + name)));

        assertEquals("", String.join("\n", wrong));
    }

    private static List<String> parameters(Operation operation, String in) {
        return Stream.of(operation.item(), operation.description())
                .flatMap(place -> StreamSupport.stream(place.path("parameters").spliterator(), false))
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean slow(long begin) {
        return System.nanoTime() - begin > 8_000_000_000L;
    }
}
