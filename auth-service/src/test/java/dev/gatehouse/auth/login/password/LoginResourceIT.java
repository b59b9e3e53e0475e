package dev.gatehouse.auth.login.password;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.Meters;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Audience;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AuthStack
class LoginResourceIT {
    private static final String LONGEST_ALLOWED = "x".repeat(128);

    @Inject
    People people;

    /** T10: the keyboards of telephones add a space after an address; no account can have one there. */
    @ParameterizedTest
    @ValueSource(strings = {"%s ", " %s", "\t%s", "\u00a0%s\u00a0", "\u2003%s\u202f", "%s\r\n"})
    void t10IgnoresSpaceAroundTheAddress(String typed) {
        Person user = people.user();
        Browser.of(user)
                .login(typed.formatted(user.email()), People.PASSWORD)
                .then()
                .statusCode(201);
    }

    @Test
    void opensASessionForAnAgent() {
        // Given
        Person agent = people.agent();

        // When
        Response answer = Browser.of(agent).login(agent);

        // Then
        answer.then()
                .statusCode(201)
                .body("session.accountId", equalTo(agent.id().toString()))
                .body("session.rememberMe", equalTo(false))
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(300))
                .body("refreshToken", matchesPattern("[0-9a-f-]{36}\\.0\\.[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}"))
                .header("Cache-Control", containsString("no-store"));
        assertLasts(answer, Duration.ofHours(1), Duration.ofHours(12));
    }

    @Test
    void opensASessionForAUser() {
        // Given
        Person user = people.user();

        // When
        Response answer = Browser.of(user).login(user);

        // Then
        answer.then().statusCode(201);
        assertLasts(answer, Duration.ofHours(1), Duration.ofHours(24));
    }

    @Test
    void mintsATokenWithTheClaimsOfTheContract() throws IOException {
        // Given
        Person admin = people.administrator();

        // When
        LoggedIn loggedIn = LoggedIn.by(Browser.of(admin), admin);

        // Then
        JsonNode header = part(loggedIn.accessToken(), 0);
        JsonNode claims = part(loggedIn.accessToken(), 1);
        assertEquals("ES256", header.path("alg").asText());
        assertEquals("at+jwt", header.path("typ").asText());
        assertEquals(43, header.path("kid").asText().length());
        assertEquals("http://localhost:8080", claims.path("iss").asText());
        assertEquals(admin.id().toString(), claims.path("sub").asText());
        assertEquals(loggedIn.sessionId().toString(), claims.path("sid").asText());
        assertEquals("agent", claims.path("kind").asText());
        assertEquals("[\"agent\",\"admin\"]", claims.path("groups").toString());
        assertEquals("[\"pwd\"]", claims.path("amr").toString());
        assertEquals(4, claims.path("aud").size());
        assertEquals(300, claims.path("exp").asLong() - claims.path("iat").asLong());
        assertEquals(claims.path("iat").asLong(), claims.path("nbf").asLong());
        assertEquals(claims.path("iat").asLong(), claims.path("auth_time").asLong());
        assertEquals(claims.path("iat").asLong(), claims.path("sst").asLong() / 1000);
        assertTrue(claims.hasNonNull("jti"));
    }

    @Test
    void givesUsersATokenForThisServiceOnly() throws IOException {
        // Given
        Person user = people.user();

        // When
        JsonNode claims = part(LoggedIn.by(Browser.of(user), user).accessToken(), 1);

        // Then
        assertEquals("[\"user\"]", claims.path("groups").toString());
        assertEquals("[\"gatehouse-auth\"]", claims.path("aud").toString());
    }

    @Test
    void a11AnswersUnknownDisabledInvitedOtherAudienceAndWrongPasswordAlike() {
        // Given
        String invited = UUID.randomUUID() + "@helpdesk.test";
        given().auth()
                .oauth2(people.adminToken())
                .contentType(ContentType.JSON)
                .body(Map.of("email", invited, "displayName", "Ada", "kind", "agent"))
                .post("/admin/api/v1/accounts")
                .then()
                .statusCode(201);
        Person agent = people.agent();
        Person user = people.user();
        Person disabled = people.agent();
        people.disable(disabled);
        Browser atAgents = Browser.of(agent);

        // When
        List<Response> answers = List.of(
                atAgents.login(agent.email(), "not the password at all"),
                atAgents.login(UUID.randomUUID() + "@helpdesk.test", People.PASSWORD),
                atAgents.login("not an address", People.PASSWORD),
                atAgents.login(invited, People.PASSWORD),
                atAgents.login(disabled),
                atAgents.login(disabled.email(), "not the password at all"),
                atAgents.login(user),
                atAgents.at(Audience.USER).login(agent));

        // Then
        Response first = answers.getFirst();
        first.then().statusCode(401).body("type", equalTo("urn:gatehouse:problem:invalid-credentials"));
        answers.forEach(answer -> {
            assertEquals(401, answer.statusCode());
            assertEquals(withoutTrace(first), withoutTrace(answer));
            assertEquals(headerNames(first), headerNames(answer));
        });
    }

    @Test
    void computesOneHashForAnyAccount() {
        // Given
        Person agent = people.agent();
        Person user = people.user();
        Person disabled = people.agent();
        people.disable(disabled);
        Browser atAgents = Browser.of(agent);

        // Then
        for (String email : List.of(
                agent.email(), user.email(), disabled.email(), UUID.randomUUID() + "@helpdesk.test", "no address")) {
            long before = Meters.times("gatehouse.password.hash");
            atAgents.login(email, "not the password at all").then().statusCode(401);
            assertEquals(before + 1, Meters.times("gatehouse.password.hash"), email);
        }
    }

    @Test
    void refusesABodyThatIsTooLargeBeforeAnythingIsHashed() {
        // Given
        Person agent = people.agent();
        long before = Meters.times("gatehouse.password.hash");

        // When
        Response answer = Browser.of(agent).login(agent.email(), "x".repeat(70_000));

        // Then
        answer.then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gatehouse:problem:request-too-large"));
        assertEquals(before, Meters.times("gatehouse.password.hash"));
    }

    @Test
    void publishesTheReasonInTheEventOnly() {
        // Given
        Person agent = people.agent();
        Person disabled = people.agent();
        people.disable(disabled);

        // When
        Browser.of(agent).login(agent.email(), "not the password at all").then().statusCode(401);
        Browser.of(agent).at(Audience.USER).login(disabled).then().statusCode(401);

        // Then
        JsonNode wrong = PublishedEvents.event(EventType.LOGIN_FAILED, agent.id());
        assertEquals("wrong_password", wrong.path("reason").asText());
        assertEquals("failure", wrong.path("outcome").asText());
        assertEquals("anonymous", wrong.path("actor").path("kind").asText());
        assertEquals("203.0.113.7", wrong.path("ip").asText());
        assertTrue(wrong.path("userAgent").asText().contains("Firefox"));
        assertTrue(wrong.path("data").path("emailDigest").isMissingNode());
        assertEquals(
                "other_audience",
                PublishedEvents.event(EventType.LOGIN_FAILED, disabled.id())
                        .path("reason")
                        .asText());
    }

    @Test
    void publishesAnUnknownAddressAsAStableDigest() {
        // Given
        String name = UUID.randomUUID().toString();
        Browser browser = new Browser(Audience.AGENT, "198.51.100.23", "unknown-account-test");

        // When
        browser.login(name + "@helpdesk.test", People.PASSWORD).then().statusCode(401);
        browser.login(name.toUpperCase(java.util.Locale.ROOT) + "@HELPDESK.test", People.PASSWORD)
                .then()
                .statusCode(401);

        // Then
        PublishedEvents.event(EventType.LOGIN_FAILED, "198.51.100.23");
        org.awaitility.Awaitility.await()
                .until(() -> PublishedEvents.events(EventType.LOGIN_FAILED, "198.51.100.23")
                                .size()
                        == 2);
        List<JsonNode> published = PublishedEvents.events(EventType.LOGIN_FAILED, "198.51.100.23");
        String digest = published.getFirst().path("data").path("emailDigest").asText();
        assertEquals(64, digest.length());
        assertEquals(
                digest, published.getLast().path("data").path("emailDigest").asText());
        assertTrue(published.stream().noneMatch(event -> event.toString().contains(name)));
        assertEquals("unknown_account", published.getFirst().path("reason").asText());
    }

    @Test
    void publishesASuccess() {
        // Given
        Person user = people.user();

        // When
        LoggedIn loggedIn = LoggedIn.by(Browser.of(user), user);

        // Then
        JsonNode published = PublishedEvents.event(EventType.LOGIN_SUCCEEDED, user.id());
        assertEquals(
                loggedIn.sessionId().toString(), published.path("sessionId").asText());
        assertEquals("user", published.path("actor").path("kind").asText());
        assertEquals(user.id().toString(), published.path("actor").path("id").asText());
        assertEquals("user", published.path("data").path("audience").asText());
        assertEquals("[\"pwd\"]", published.path("data").path("methods").toString());
    }

    @ParameterizedTest
    @EnumSource
    void setsTheRefreshTokenAsACookieOnRequest(AccountKind kind) {
        // Given
        Person person = kind == AccountKind.AGENT ? people.agent() : people.user();

        // When
        Response answer = Browser.of(person)
                .post("/sessions", Map.of("email", person.email(), "password", People.PASSWORD, "transport", "cookie"));

        // Then
        answer.then()
                .statusCode(201)
                .body("$", not(hasKey("refreshToken")))
                .header(
                        "Set-Cookie",
                        allOf(
                                startsWith("__Host-gatehouse-" + kind + "="),
                                containsString("; Path=/"),
                                containsString("; Secure"),
                                containsString("; HttpOnly"),
                                containsString("; SameSite=Strict"),
                                not(containsString("Max-Age")),
                                not(containsString("Domain"))));
    }

    @Test
    void remembersUsersOnRequestAndNoAgent() {
        // Given
        Person user = people.user();
        Person agent = people.agent();

        // When
        Response ofUser = remembered(user);
        Response ofAgent = remembered(agent);

        // Then
        ofUser.then()
                .statusCode(201)
                .body("session.rememberMe", equalTo(true))
                .header("Set-Cookie", containsString("; Max-Age=2592000"));
        assertLasts(ofUser, Duration.ofDays(30), Duration.ofDays(30));
        ofAgent.then().statusCode(201).body("session.rememberMe", equalTo(false));
        assertLasts(ofAgent, Duration.ofHours(1), Duration.ofHours(12));
    }

    @Test
    void acceptsAnotherSpellingOfTheAddress() {
        // Given
        Person user = people.user();

        // When
        Response answer = Browser.of(user).login(user.email().toUpperCase(java.util.Locale.ROOT), People.PASSWORD);

        // Then
        answer.then().statusCode(201);
    }

    @Test
    void checksAPasswordOf128CharactersAndRefusesALongerOne() {
        // Given
        Person agent = people.agent();

        // Then
        Browser.of(agent).login(agent.email(), LONGEST_ALLOWED).then().statusCode(401);
        Browser.of(agent)
                .login(agent.email(), LONGEST_ALLOWED + "x")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("password"))
                .body("violations[0].code", equalTo("too-long"));
    }

    @Test
    void namesAllViolationsAtOnce() {
        // When
        Response answer = new Browser(Audience.USER, "203.0.113.7", "test")
                .post("/sessions", Map.of("email", " ", "transport", "pigeon"));

        // Then
        answer.then().statusCode(422).body("violations.field", equalTo(List.of("email", "password", "transport")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"email\":\"a@b.test\",\"password\":\"x\",\"admin\":true}",
                "{\"email\":\"a@b.test\",\"password\":\"x\",\"rememberMe\":\"maybe\"}",
                "{\"email\":\"a@b.test\",\"password\":{\"a\":1}}",
                "{\"email\":\"a@b.test\",\"email\":\"c@d.test\",\"password\":\"x\"}"
            })
    void refusesABodyThatCannotBeRead(String body) {
        new Browser(Audience.AGENT, "203.0.113.7", "test")
                .request()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/agent/api/v1/sessions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void keepsNoSecretInTheDatabase() {
        // Given
        Person user = people.user();

        // When
        LoggedIn loggedIn = LoggedIn.by(Browser.of(user), user);

        // Then
        String secret = loggedIn.refreshToken().split("\\.", -1)[2];
        byte[] decoded = Base64.getUrlDecoder().decode(secret);
        var rows = StackEnds.database(AuthStack.SCHEMA)
                .query("SELECT *, LOWER(HEX(current_hash)) AS hash FROM session WHERE id = ?", (Object)
                        UuidBytes.bytes(loggedIn.sessionId()));
        String row = rows.getFirst().toString();
        assertTrue(row.contains(Macs.hex(Macs.sha256(secret))));
        assertFalse(row.contains(secret));
        assertFalse(row.contains(Macs.hex(decoded)));
    }

    private static Response remembered(Person person) {
        return Browser.of(person)
                .post(
                        "/sessions",
                        Map.of(
                                "email",
                                person.email(),
                                "password",
                                People.PASSWORD,
                                "rememberMe",
                                true,
                                "transport",
                                "cookie"));
    }

    private static void assertLasts(Response answer, Duration idle, Duration whole) {
        Instant created = Instant.parse(answer.path("session.createdAt"));
        assertEquals(created.plus(idle), Instant.parse(answer.path("session.idleExpiresAt")));
        assertEquals(created.plus(whole), Instant.parse(answer.path("session.expiresAt")));
    }

    private static String withoutTrace(Response answer) {
        return answer.asString().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private static List<String> headerNames(Response answer) {
        return answer.headers().asList().stream().map(Header::getName).sorted().toList();
    }

    private static JsonNode part(String token, int index) throws IOException {
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder()
                        .decode(Stream.of(token.split("\\.", -1)).toList().get(index)));
    }
}
