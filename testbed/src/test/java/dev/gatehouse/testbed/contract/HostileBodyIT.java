package dev.gatehouse.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.RawHttp;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bodies and queries that are made to do harm, at every operation of every service. */
@ExtendWith(RunningSuite.class)
class HostileBodyIT {
    private static final String INSIDE = "(?s).*(dev\\.gatehouse|java\\.|Exception|jackson|SELECT|at [a-z]+\\.).*";

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

    private static final List<String> STATEMENTS =
            List.of("' OR '1'='1", "1; DROP TABLE account", "') AND SLEEP(9)-- ", "0x27 UNION SELECT 1");

    private static final Map<String, String> PORTS = Map.of(
            "auth-service", "AUTH",
            "ip-trust-service", "IP_TRUST",
            "notification-service", "NOTIFICATION",
            "audit-service", "AUDIT");

    private final Suite suite;
    private final List<Operation> operations;
    private final Visitor admin;
    private final Visitor user;
    private final Visitor own;
    private final Agent agent;

    HostileBodyIT(Suite suite) {
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

    @Test
    void a13NobodyButALoginTakesAnAddressWithoutAToken() {
        // When
        Set<String> open = bodies().filter(operation -> !operation.needsToken())
                .filter(operation -> new SampleBody(operation).fields().contains("email"))
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertEquals(Set.of("post /agent/api/v1/sessions", "post /api/v1/sessions"), open);
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

    /** The answer comes before the body: a service that waited for it would answer nothing here. */
    @Test
    void a24RefusesAHugeBodyBeforeItIsRead() {
        double hashes = hashes();
        List<String> wrong = new ArrayList<>();
        bodies().forEach(operation -> {
            URI service = suite.stack().local(PORTS.getOrDefault(operation.service(), "GATEWAY"));
            String head = operation.method().toUpperCase(Locale.ROOT) + " " + path(operation) + " HTTP/1.1\r\nHost: "
                    + service.getAuthority() + "\r\nConnection: close\r\nContent-Type: application/json\r\n";
            String answer =
                    RawHttp.say(service.getPort(), "127.0.0.1", head + "Content-Length: 104857600\r\n\r\n{\"a\":\"");
            if (!answer.matches("(?s)HTTP/1.1 (413|401) .*application/problem\\+json.*")) {
                wrong.add(operation + ": " + answer);
            }
        });

        assertEquals("", String.join("\n", wrong));
        assertEquals(hashes, hashes());
    }

    @Test
    void a24RefusesDeepWideAndPackedBodies() {
        double hashes = hashes();
        String deep = "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        String wide = "{\"a\":1"
                + IntStream.range(0, 100_000).mapToObj(n -> ",\"k" + n + "\":1").collect(Collectors.joining()) + "}";
        List<String> wrong = new ArrayList<>();
        bodies().forEach(operation -> {
            check(wrong, operation + " deep", send(operation, deep), 400);
            check(wrong, operation + " wide", send(operation, wide), 413);
            check(
                    wrong,
                    operation + " 10 MB",
                    send(operation, "{\"password\":\"" + "x".repeat(10_000_000) + "\"}"),
                    413);
        });

        assertEquals("", String.join("\n", wrong));
        assertEquals(hashes, hashes());
    }

    /** No parameter becomes a part of a statement: nothing fails inside, and nothing sleeps. */
    @Test
    void a32NoParameterIsAPartOfAStatement() {
        List<String> wrong = new ArrayList<>();
        operations.stream()
                .filter(operation ->
                        operation.method().equals("get") && !operation.path().endsWith("/stream"))
                .forEach(operation -> STATEMENTS.forEach(statement -> {
                    parameters(operation, "query").forEach(name -> {
                        long begin = System.nanoTime();
                        Answer answer = visitor(operation).get(path(operation) + "?" + name + "=" + encoded(statement));
                        if (answer.status() >= 500 || answer.body().matches(INSIDE) || slow(begin)) {
                            wrong.add(operation + " " + name + "=" + statement + ": " + answer.status());
                        }
                    });
                    String target = operation.path().replaceAll("[{][^}]+[}]", encoded(statement));
                    if (!target.equals(operation.path())) {
                        check(
                                wrong,
                                operation + " " + statement,
                                visitor(operation).get(target),
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
        List<Operation> lists = operations.stream()
                .filter(operation -> parameters(operation, "query").contains("limit"))
                .toList();
        assertTrue(lists.size() >= 8, lists::toString);
        List<String> wrong = new ArrayList<>();
        lists.forEach(list -> {
            check(wrong, list + " limit", visitor(list).get(path(list) + "?limit=1000000"), 422);
            check(wrong, list + " limit", visitor(list).get(path(list) + "?limit=99999999999999999999"), 400, 422);
            check(wrong, list + " cursor", visitor(list).get(path(list) + "?cursor=" + "A".repeat(300)), 400, 422);
            check(wrong, list + " page", visitor(list).get(path(list) + "?page=1000000000"), 400);
            check(wrong, list + " offset", visitor(list).get(path(list) + "?offset=1000000000"), 400);
        });
        operations.forEach(operation -> parameters(operation, "query").stream()
                .filter(Set.of("page", "offset", "skip", "sort")::contains)
                .forEach(name -> wrong.add(operation + " has " + name)));

        assertEquals("", String.join("\n", wrong));
    }

    private Stream<Operation> bodies() {
        List<Operation> bodies = operations.stream()
                .filter(operation ->
                        operation.description().at("/requestBody/content").has("application/json"))
                .toList();
        assertFalse(bodies.isEmpty());
        return bodies.stream();
    }

    private Answer send(Operation operation, String body) {
        return visitor(operation)
                .with("If-Match", etag(operation))
                .sendRaw(operation.method().toUpperCase(Locale.ROOT), path(operation), body);
    }

    /** Somewhere new each time for those who need no token, because failures of one place are limited. */
    private Visitor visitor(Operation operation) {
        if (!operation.needsToken()) {
            return suite.visitor().from(suite.freshAddress());
        }
        if (operation.path().startsWith("/agent/")) {
            return own;
        }
        return Audience.USER.contains(operation.path()) ? user : admin;
    }

    private String path(Operation operation) {
        String id = operation.path().contains("/accounts/{id}")
                ? agent.id()
                : UUID.randomUUID().toString();
        return operation.path().replaceAll("[{][^}]+[}]", id);
    }

    private String etag(Operation operation) {
        return current(operation)
                .map(answer -> answer.header("ETag"))
                .filter(tag -> !tag.isEmpty())
                .orElse("\"0\"");
    }

    private String state(Operation operation) {
        return current(operation).map(Answer::body).orElse("");
    }

    private Optional<Answer> current(Operation operation) {
        return operation.item().has("get") && operation.needsToken()
                ? Optional.of(visitor(operation).get(path(operation)))
                : Optional.empty();
    }

    /** A rule is broken by this very field, or the body cannot be read; whoever needs no token may be told nothing. */
    private static boolean isRefusal(Operation operation, SampleBody.Hostile hostile, Answer answer) {
        if (answer.body().matches(INSIDE) || !answer.header("Content-Type").startsWith("application/problem+json")) {
            return false;
        }
        return switch (answer.status()) {
            case 400 -> true;
            case 422 -> names(answer.json().path("violations"), hostile.field());
            case 401, 404, 410, 429 -> !operation.needsToken();
            default -> false;
        };
    }

    private static boolean names(JsonNode violations, String field) {
        return StreamSupport.stream(violations.spliterator(), false)
                .anyMatch(violation -> field.equals(violation.path("field").asText()));
    }

    private static List<String> parameters(Operation operation, String in) {
        return Stream.of(operation.item(), operation.description())
                .flatMap(place -> StreamSupport.stream(place.path("parameters").spliterator(), false))
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    private static void check(List<String> wrong, String what, Answer answer, Integer... expected) {
        if (!List.of(expected).contains(answer.status()) || answer.body().matches(INSIDE)) {
            wrong.add(what + ": " + answer.status() + " " + answer.body());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean slow(long begin) {
        return System.nanoTime() - begin > 8_000_000_000L;
    }

    private double hashes() {
        return Visitor.to(suite.stack().local("AUTH_MANAGEMENT"))
                .get("/q/metrics")
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith("gatehouse_password_hash_seconds_count"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
