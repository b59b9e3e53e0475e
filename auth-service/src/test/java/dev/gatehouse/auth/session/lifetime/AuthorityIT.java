package dev.gatehouse.auth.session.lifetime;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Eventually;
import dev.gatehouse.auth.IpTrust;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.Parallel;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Authority and proofs count at the moment of effect, whatever happens at the same time. */
@QuarkusTest
@AuthStack
class AuthorityIT {
    private static final String NEW_PASSWORD = "another phrase that nobody guesses";
    private static final String HERE = "203.0.113.7";

    @Inject
    People people;

    @Inject
    Admins admins;

    @Inject
    IpTrust ipTrust;

    @TestHTTPResource("/")
    @Nullable
    URI service;

    @AfterEach
    void turnIpTrustOff() {
        ipTrust.off();
    }

    @RepeatedTest(5)
    @DisplayName("H1: of two administrators who withdraw each other's right at once, one succeeds")
    void oneOfTwoWithdrawals() {
        // Given
        List<UUID> both =
                List.of(people.administrator().id(), people.administrator().id());

        // When
        List<Integer> statuses = Parallel.times(2, i -> setAdmin(both.get(i), both.get(1 - i), false));

        // Then
        assertEquals(1, statuses.stream().filter(status -> status == 200).count(), statuses::toString);
        assertEquals(1, statuses.stream().filter(status -> status == 401).count(), statuses::toString);
    }

    @RepeatedTest(3)
    @DisplayName("H3: a withdrawn admin right is in no token of a login that was under way")
    void noAdminTokenAfterWithdrawal() {
        // Given
        Person admin = people.administrator();
        Browser browser = Browser.of(admin);

        // When
        List<Response> answers = Parallel.times(7, i -> i == 0 ? withdraw(admin) : browser.login(admin));

        // Then
        List<String> tokens = answers.stream()
                .skip(1)
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.jsonPath().getString("accessToken"))
                .toList();
        for (String token : tokens) {
            Eventually.until(() -> statusOfAdmins(token) != 200);
        }
        tokens.forEach(token -> assertTrue(statusOfAdmins(token) >= 401));
    }

    @Test
    @DisplayName("M1: a session from before the admin right does not become an administrator's")
    void grantingEndsSessions() {
        // Given
        ipTrust.onForAdministrators();
        Person agent = people.agent();
        Browser browser = Browser.of(agent);
        LoggedIn session = LoggedIn.by(browser, agent);

        // When
        assertEquals(200, setAdmin(Admins.SOMEBODY, agent.id(), true));

        // Then
        browser.refresh(session.refreshToken()).then().statusCode(401);
        browser.login(agent).then().statusCode(202);
    }

    @Test
    @DisplayName("M1: turning IP trust on ends the sessions that would have to prove their address")
    void turningIpTrustOnEndsSessions() {
        // Given
        Person elsewhere = people.agent();
        Person here = people.agent();
        Browser browser = Browser.of(here);
        LoggedIn unproven = LoggedIn.by(browser.from("198.51.100.66"), elsewhere);
        LoggedIn trusted = LoggedIn.by(browser, here);
        ipTrust.trusts(here, HERE);

        // When
        ipTrust.on();

        // Then
        Eventually.until(() -> statusOfOwn(browser.from("198.51.100.66"), unproven.accessToken()) == 401);
        assertEquals(200, statusOfOwn(browser, trusted.accessToken()));
        assertEquals(
                "proof_missing",
                PublishedEvents.event(EventType.SESSION_ENDED, elsewhere.id())
                        .path("data")
                        .path("why")
                        .asText());
    }

    @RepeatedTest(3)
    @DisplayName("M2: of two who change a password with the same proof, one succeeds")
    void oneOfTwoPasswordChanges() {
        // Given
        Person owner = people.agent();
        Browser browser = Browser.of(owner);
        List<LoggedIn> both = List.of(LoggedIn.by(browser, owner), LoggedIn.by(browser, owner));

        // When
        List<Integer> statuses = Parallel.times(
                2, i -> changePassword(browser, both.get(i), NEW_PASSWORD + i).statusCode());

        // Then
        assertEquals(1, statuses.stream().filter(status -> status == 204).count(), statuses::toString);
        int winner = statuses.indexOf(204);
        browser.login(owner.email(), NEW_PASSWORD + winner).then().statusCode(201);
        browser.login(owner.email(), NEW_PASSWORD + (1 - winner)).then().statusCode(401);
    }

    @Test
    @DisplayName("L1: an approved login is not handed over after its trust was withdrawn")
    void noSessionAfterTrustWasWithdrawn() {
        // Given
        ipTrust.on();
        Person agent = people.agent();
        Browser browser = Browser.of(agent);
        String id = browser.login(agent).then().statusCode(202).extract().path("challenge.id");
        ipTrust.trusts(agent, HERE);
        Eventually.until(() -> "approved".equals(browser.challenge(id, 0).path("state")));

        // When
        ipTrust.untrusts(agent, HERE);

        // Then
        Eventually.until(() -> "expired".equals(browser.challenge(id, 0).path("state")));
        browser.redeem(id).then().statusCode(410).body("type", equalTo("urn:gatehouse:problem:challenge-closed"));
    }

    @Test
    @DisplayName("M7: a refused login is an event although the client hangs up")
    void hangingUpErasesNoRefusal() throws IOException {
        // Given
        Person agent = people.agent();
        String body = "{\"email\":\"" + agent.email() + "\",\"password\":\"not the password at all\"}";

        // When
        for (int i = 0; i < 20; i++) {
            sendAndReset("/agent/api/v1/sessions", body);
        }

        // Then
        Eventually.until(
                () -> PublishedEvents.events(EventType.LOGIN_FAILED, agent.id()).size() == 20);
    }

    /** With a reset: linger of zero throws away what was not read. */
    private void sendAndReset(String path, String body) throws IOException {
        int port = Objects.requireNonNull(service).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.setSoTimeout(12);
            assertEquals(0, socket.getInputStream().available());
            socket.setSoLinger(true, 0);
        }
    }

    private Response withdraw(Person admin) {
        return admins.anyAdmin()
                .body(Map.of("admin", false, "reason", "test"))
                .put("/admin/api/v1/accounts/" + admin.id() + "/admin");
    }

    private int setAdmin(UUID actor, UUID account, boolean admin) {
        return admins.as(actor)
                .body(Map.of("admin", admin, "reason", "test"))
                .put("/admin/api/v1/accounts/" + account + "/admin")
                .statusCode();
    }

    private static Response changePassword(Browser browser, LoggedIn session, String password) {
        return browser.with(session.accessToken())
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", People.PASSWORD, "newPassword", password))
                .put(browser.path("/me/password"));
    }

    private static int statusOfAdmins(String token) {
        return given().auth().oauth2(token).get("/admin/api/v1/admins").statusCode();
    }

    private static int statusOfOwn(Browser browser, String token) {
        return browser.with(token).get(browser.path("/me")).statusCode();
    }
}
