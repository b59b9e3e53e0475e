package dev.gatehouse.auth.login.challenge;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.IpTrust;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.contracts.event.AddressVerificationDenied;
import dev.gatehouse.contracts.event.DenialReason;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T01: after "No, this wasn't me" the account must have a new password before it gets another session. */
@QuarkusTest
@AuthStack
class PasswordChangeIT {
    private static final String OFFICE = "203.0.113.7";
    private static final String THIEF = "198.51.100.77";
    private static final String NEW = "a phrase that nobody has heard";

    @Inject
    People people;

    @Inject
    IpTrust ipTrust;

    private Person agent;
    private Browser office;
    private LoggedIn session;

    @BeforeEach
    void anAgentWithASessionFromATrustedAddress() {
        ipTrust.on();
        agent = people.agent();
        office = Browser.of(agent).from(OFFICE);
        ipTrust.trusts(agent, OFFICE);
        Awaitility.await().until(() -> office.login(agent).statusCode() == 201);
        session = LoggedIn.by(office, agent);
    }

    @AfterEach
    void off() {
        ipTrust.off();
    }

    @Test
    void t01DenyingEndsEverySessionAndDemandsANewPassword() {
        // When
        deny();

        // Then
        awaitRequired();
        office.refresh(session.refreshToken()).then().statusCode(401);
        JsonNode required = PublishedEvents.event(EventType.PASSWORD_CHANGE_REQUIRED, agent.id());
        assertEquals("login_denied", required.at("/data/why").asText());
        assertEquals(THIEF, required.at("/data/deniedIp").asText());
        assertTrue(required.at("/data/sessionsEnded").asInt() >= 2, required.toString());
    }

    @Test
    void t01ThreeWrongNumbersDemandNothing() {
        // Given
        ipTrust.happened(agent, new AddressVerificationDenied(challengeOfTheThief(), DenialReason.WRONG_NUMBERS));
        UUID fence = challengeOfTheThief();

        // When
        ipTrust.happened(agent, new AddressVerificationDenied(fence, DenialReason.WRONG_NUMBERS));

        // Then
        Awaitility.await()
                .until(() -> PublishedEvents.events(EventType.LOGIN_CHALLENGED, agent.id())
                                .size()
                        == 2);
        office.login(agent).then().statusCode(201);
    }

    @Test
    void t01ANewPasswordFromATrustedAddressOpensTheSession() {
        // Given
        deny();
        String id = awaitRequired();

        // Then
        office.redeem(id).then().statusCode(409).body("type", equalTo("urn:gatehouse:problem:challenge-pending"));
        answer(office, id, "short").then().statusCode(422).body("violations.code", hasItem("too-short"));
        answer(office, id, People.PASSWORD).then().statusCode(422).body("violations.code", contains("unchanged"));
        answer(office.from(THIEF), id, NEW).then().statusCode(410);
        answer(office, id, NEW)
                .then()
                .statusCode(201)
                .body("session.accountId", equalTo(agent.id().toString()));
        answer(office, id, NEW).then().statusCode(410);
        office.login(agent).then().statusCode(401);
        office.login(agent.email(), NEW).then().statusCode(201);
        PublishedEvents.event(EventType.PASSWORD_CHANGED, agent.id());
    }

    @Test
    void t01FromElsewhereTheAddressIsVerifiedFirst() {
        // Given
        deny();
        awaitRequired();
        Browser home = office.from("192.0.2.44");
        String verification = home.login(agent)
                .then()
                .statusCode(202)
                .body("challenge.kind", equalTo("ip_verification"))
                .extract()
                .path("challenge.id");
        Awaitility.await().until(() -> PublishedEvents.events(EventType.LOGIN_CHALLENGED, agent.id()).stream()
                .anyMatch(event -> event.at("/data/then").asText().equals("password_change")));

        // When
        ipTrust.trusts(agent, "192.0.2.44");
        Awaitility.await()
                .until(() ->
                        home.challenge(verification, 0).<String>path("state").equals("approved"));
        Response next = home.redeem(verification);

        // Then
        next.then()
                .statusCode(202)
                .body("challenge.kind", equalTo("password_change"))
                .body("challenge.state", equalTo("pending"))
                .body("challenge.matchNumber", nullValue());
        home.redeem(verification).then().statusCode(410);
        answer(home, next.path("challenge.id"), NEW).then().statusCode(201);
    }

    @Test
    void t01TheAddressIsVerifiedEvenWhileIpTrustIsOff() {
        // Given
        deny();
        awaitRequired();

        // When
        ipTrust.off();

        // Then
        office.from(THIEF).login(agent).then().statusCode(202).body("challenge.kind", equalTo("ip_verification"));
        office.login(agent).then().statusCode(202).body("challenge.kind", equalTo("password_change"));
    }

    @Test
    void anAdministratorRequiresAndLiftsIt() {
        // Given
        String path = "/admin/api/v1/accounts/" + agent.id() + "/require-password-change";

        // When
        administrator()
                .body(Map.of("reason", "Found in a list"))
                .post(path)
                .then()
                .statusCode(204);

        // Then
        awaitRequired();
        office.refresh(session.refreshToken()).then().statusCode(401);
        account().then().body("passwordChangeRequired", equalTo(true));
        JsonNode required = PublishedEvents.event(EventType.PASSWORD_CHANGE_REQUIRED, agent.id());
        assertEquals("Found in a list", required.at("/data/note").asText());

        // When
        administrator().delete(path).then().statusCode(422);
        administrator().queryParam("reason", "Wrong list").delete(path).then().statusCode(204);

        // Then
        office.login(agent).then().statusCode(201);
        account().then().body("passwordChangeRequired", equalTo(false));
        assertEquals(
                "Wrong list",
                PublishedEvents.event(EventType.PASSWORD_CHANGE_WAIVED, agent.id())
                        .at("/data/reason")
                        .asText());
        administrator().queryParam("reason", "Again").delete(path).then().statusCode(204);
        assertEquals(
                1,
                PublishedEvents.events(EventType.PASSWORD_CHANGE_WAIVED, agent.id())
                        .size());
    }

    @Test
    void requiringNeedsAReasonAndAnAccount() {
        String path = "/admin/api/v1/accounts/%s/require-password-change";

        administrator()
                .body(Map.of("reason", " "))
                .post(path.formatted(agent.id()))
                .then()
                .statusCode(422);
        administrator()
                .body(Map.of("reason", "why"))
                .post(path.formatted(UUID.randomUUID()))
                .then()
                .statusCode(404);
        office.login(agent).then().statusCode(201);
    }

    private void deny() {
        ipTrust.happened(agent, new AddressVerificationDenied(challengeOfTheThief(), DenialReason.BY_PERSON));
    }

    private UUID challengeOfTheThief() {
        int before = challenges().size();
        office.from(THIEF).login(agent).then().statusCode(202);
        return UUID.fromString(Awaitility.await()
                .until(this::challenges, found -> found.size() > before)
                .getLast()
                .at("/data/reference")
                .asText());
    }

    private List<JsonNode> challenges() {
        return PublishedEvents.events(EventType.LOGIN_CHALLENGED, agent.id());
    }

    /** The secret of a challenge that asks for a new password. */
    @CanIgnoreReturnValue
    private String awaitRequired() {
        return Awaitility.await()
                .until(() -> office.login(agent), answer -> answer.statusCode() == 202)
                .then()
                .body("challenge.kind", equalTo("password_change"))
                .extract()
                .path("challenge.id");
    }

    private static Response answer(Browser browser, String id, String password) {
        return browser.post("/login-challenges/" + id, Map.of("newPassword", password));
    }

    private Response account() {
        return administrator().get("/admin/api/v1/accounts/" + agent.id());
    }

    private io.restassured.specification.RequestSpecification administrator() {
        return given().auth().oauth2(people.adminToken()).contentType(ContentType.JSON);
    }
}
