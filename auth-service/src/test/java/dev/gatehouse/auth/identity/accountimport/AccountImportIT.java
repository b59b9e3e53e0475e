package dev.gatehouse.auth.identity.accountimport;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.identity.AccountKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AuthStack
class AccountImportIT {
    private static final String IMPORT = "/admin/api/v1/accounts/import";
    private static final String NDJSON = "application/x-ndjson";
    private static final String PASSWORD = "correct horse battery staple";
    private static final String HASH =
            "$pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZg$yqSq2SygY1sB4EcH9f2FG0JTMES.wqLsOT5YmiRBplI";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database = StackEnds.database(AuthStack.SCHEMA);
    private final String own = "i" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    People people;

    @Inject
    Admins admins;

    @Test
    void takesAccountsOverWithTheirPasswords() {
        // When
        List<JsonNode> report = run(line("ada", "agent", HASH));

        // Then
        assertEquals("created", outcome(report, 0));
        assertEquals(
                "{\"read\":1,\"created\":1,\"unchanged\":0,\"refused\":0}",
                report.get(1).path("counts").toString());
        UUID id = UUID.fromString(report.getFirst().path("accountId").asText());
        Person ada = new Person(id, AccountKind.AGENT, address("ada"));
        admins.show(id).then().body("status", equalTo("active")).body("displayName", equalTo("Ada"));
        assertEquals(
                "active",
                PublishedEvents.event(EventType.ACCOUNT_CREATED, id)
                        .path("data")
                        .path("status")
                        .asText());
        login(ada, PASSWORD + "x").then().statusCode(401);
        login(ada, PASSWORD).then().statusCode(201);
        assertEquals(1, rehashed(id));
        login(ada, PASSWORD).then().statusCode(201);
        login(ada, PASSWORD + "x").then().statusCode(401);
    }

    @Test
    void invitesWhoHasNoPassword() {
        // When
        List<JsonNode> report = run(line("grace", "user", null));

        // Then
        admins.show(UUID.fromString(report.getFirst().path("accountId").asText()))
                .then()
                .body("status", equalTo("invited"))
                .body("invitationMail", oneOf("queued", "sent"));
    }

    @Test
    void theSameBodyAgainChangesNothing() {
        // Given
        String body = line("ada", "agent", HASH) + line("grace", "user", null);
        List<JsonNode> first = run(body);
        UUID ada = UUID.fromString(first.getFirst().path("accountId").asText());
        admins.anyAdmin()
                .header("If-Match", admins.etag(ada))
                .body(Map.of("displayName", "Ada King"))
                .patch("/admin/api/v1/accounts/" + ada)
                .then()
                .statusCode(200);

        // When
        List<JsonNode> again = run(body + line("new", "user", null));

        // Then
        assertEquals(List.of("unchanged", "unchanged", "created", "finished"), outcomes(again));
        assertEquals(first.getFirst().path("accountId"), again.getFirst().path("accountId"));
        admins.show(ada).then().body("displayName", equalTo("Ada King"));
    }

    @Test
    void neverChangesAnAccountThatExists() {
        // Given
        Person other = people.agent();
        List<JsonNode> first = run(line("ada", "agent", HASH));

        // When
        List<JsonNode> report = run(line("ada", "agent", null)
                + line("twin", "user", null)
                + line("TWIN", "user", null)
                + line("twin", "user", null)
                + json(other.email(), "agent", HASH));

        // Then
        assertEquals(List.of("refused", "created", "refused", "unchanged", "refused", "finished"), outcomes(report));
        assertEquals("email-taken", report.getFirst().path("problem").asText());
        assertEquals("created", outcome(first, 0));
        Browser.of(other).login(other).then().statusCode(201);
    }

    @Test
    void reportsWhatItCannotReadLineByLine() {
        // When
        List<JsonNode> report = run(String.join(
                "\n",
                "not json",
                "[]",
                "null",
                "{}",
                "",
                json(address("a"), "agent", HASH).strip().replace("}", ",\"admin\":true}"),
                json(address("b"), "robot", HASH).strip(),
                json(address("c"), "agent", "5f4dcc3b5aa765d61d8327deb882cf99").strip(),
                json(address("d"), "agent", "$2b$31$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS")
                        .strip(),
                json("no address", "agent", HASH).strip(),
                "{\"email\":\"" + "x".repeat(20_000) + "\"}",
                "{\"email\":\"\\ud800@x.test\",\"displayName\":\"\\u0000\",\"kind\":\"agent\"}",
                json(address("good"), "agent", HASH).strip()));

        // Then
        List<String> problems = report.stream()
                .map(line ->
                        line.path("line").asLong() + " " + line.path("problem").asText(""))
                .toList();
        assertEquals(
                List.of(
                        "1 malformed-request",
                        "2 malformed-request",
                        "3 malformed-request",
                        "4 validation-failed",
                        "6 unknown-property",
                        "7 malformed-request",
                        "8 validation-failed",
                        "9 validation-failed",
                        "10 validation-failed",
                        "11 request-too-large",
                        "12 malformed-request",
                        "13 ",
                        "13 "),
                problems);
        assertEquals(
                "passwordHash",
                report.get(6).path("violations").get(0).path("field").asText());
        assertEquals(3, report.get(3).path("violations").size());
        assertFalse(report.toString().contains("$2b$31"), report::toString);
        assertEquals(1, accounts());
    }

    @Test
    void takesABodyBeyondTheLimitOfOthers() {
        // Given
        String body = line("ada", "agent", HASH) + "\n".repeat(200_000);

        // Then
        assertEquals(List.of("created", "finished"), outcomes(run(body)));
        given().auth()
                .oauth2(admins.token(Admins.SOMEBODY))
                .contentType("application/json")
                .body(" ".repeat(200_000))
                .post("/admin/api/v1/accounts")
                .then()
                .statusCode(413);
    }

    @Test
    void imports10000AccountsInOneCall() throws Exception {
        // Given
        List<byte[]> lines = IntStream.range(0, 10_000)
                .mapToObj(n -> line("n" + n, "user", HASH).getBytes(StandardCharsets.UTF_8))
                .toList();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + IMPORT))
                .header("Authorization", "Bearer " + admins.token(Admins.SOMEBODY))
                .header("Content-Type", NDJSON)
                .timeout(Duration.ofMinutes(3))
                .POST(HttpRequest.BodyPublishers.ofByteArrays(lines))
                .build();
        Instant start = Instant.now();

        // When
        HttpResponse<Stream<String>> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        List<String> report = answer.body().filter(line -> !line.isBlank()).toList();

        // Then
        assertEquals(200, answer.statusCode());
        assertEquals(10_001, report.size());
        assertTrue(report.getLast().contains("\"created\":10000"), report.getLast());
        assertEquals(10_000, accounts());
        System.out.println("10,000 accounts were imported in " + Duration.between(start, Instant.now()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n"})
    void answersABodyWithoutLinesWith400(String body) {
        post(admins.token(Admins.SOMEBODY), body)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:gatehouse:problem:malformed-request"));
    }

    @Test
    void isForAdministratorsWhoProvedThemselves() {
        // Given
        String body = line("ada", "agent", HASH);

        // Then
        post("nonsense", body).then().statusCode(401);
        post(admins.tokenOf(people.agent()), body).then().statusCode(403);
        post(admins.tokenProven(UUID.randomUUID(), Duration.ofMinutes(16)), body)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:gatehouse:problem:step-up-required"));
        given().auth()
                .oauth2(admins.token(Admins.SOMEBODY))
                .contentType("text/csv")
                .body(body)
                .post(IMPORT)
                .then()
                .statusCode(415);
        assertEquals(0, accounts());
    }

    @Test
    void anErasedAccountCanBeImportedAgain() {
        // Given
        String body = line("ada", "agent", HASH);
        String first = run(body).getFirst().path("accountId").asText();
        admins.anyAdmin().delete("/admin/api/v1/accounts/" + first).then().statusCode(204);

        // When
        JsonNode again = run(body).getFirst();

        // Then
        assertEquals("created", again.path("outcome").asText());
        assertNotEquals(first, again.path("accountId").asText());
    }

    private List<JsonNode> run(String body) {
        Response answer = post(token(), body);
        answer.then().statusCode(200);
        return answer.asString()
                .lines()
                .filter(line -> !line.isBlank())
                .map(AccountImportIT::read)
                .toList();
    }

    private String token() {
        return people.adminToken();
    }

    private static Response post(String token, String body) {
        return given().auth()
                .oauth2(token)
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .defaultContentCharset(StandardCharsets.UTF_8)
                                .encodeContentTypeAs(NDJSON, io.restassured.http.ContentType.TEXT)))
                .contentType(NDJSON)
                .body(body)
                .post(IMPORT);
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(line, e);
        }
    }

    private static List<String> outcomes(List<JsonNode> report) {
        return report.stream().map(line -> line.path("outcome").asText()).toList();
    }

    private static String outcome(List<JsonNode> report, int index) {
        return report.get(index).path("outcome").asText();
    }

    private Response login(Person person, String password) {
        return given().contentType("application/json")
                .body(Map.of("email", person.email(), "password", password))
                .post("/agent/api/v1/sessions");
    }

    private long rehashed(UUID id) {
        return database.number(
                "SELECT COUNT(*) FROM credential WHERE account_id = UNHEX(REPLACE(?, '-', ''))"
                        + " AND phc LIKE '$argon2id$%' AND pepper_key_id <> 'foreign'",
                id.toString());
    }

    private long accounts() {
        return database.number("SELECT COUNT(*) FROM account WHERE email_key LIKE ?", own + ".%");
    }

    private String address(String name) {
        return own + "." + name + "@helpdesk.test";
    }

    private String line(String name, String kind, @org.jspecify.annotations.Nullable String hash) {
        return json(address(name), kind, hash);
    }

    private static String json(String email, String kind, @org.jspecify.annotations.Nullable String hash) {
        return "{\"email\":\"" + email + "\",\"displayName\":\"Ada\",\"kind\":\"" + kind + "\""
                + (hash == null ? "" : ",\"passwordHash\":\"" + hash + "\"") + "}\n";
    }
}
