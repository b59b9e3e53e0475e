package dev.gatehouse.auth.session.lifetime;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Eventually;
import dev.gatehouse.auth.HeldAccount;
import dev.gatehouse.auth.IpTrust;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.Parallel;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authority and proofs count at the moment of effect, whatever happens at the same time. */
@QuarkusTest
@AuthStack
class AuthorityIT {
    private static final String NEW_PASSWORD = "another phrase that nobody guesses";
    private static final String HERE = "203.0.113.7";

    private final Database database = StackEnds.database(AuthStack.SCHEMA);

    @Inject
    People people;

    @Inject
    Admins admins;

    @Inject
    IpTrust ipTrust;

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

    @ParameterizedTest(name = "H3: what a token says is read under the lock of the account: {0}")
    @ValueSource(
            strings = {
                "UPDATE account SET admin = 0 WHERE id = ?",
                "UPDATE account SET status = 'DISABLED' WHERE id = ?",
                "UPDATE account SET password_change = 'BY_ADMIN' WHERE id = ?",
                "UPDATE account SET sessions_from = NOW(3) + INTERVAL 1 SECOND WHERE id = ?",
                "UPDATE account SET sessions_from = NOW(3) - INTERVAL 8 SECOND WHERE id = ?",
                "UPDATE credential SET changed_at = changed_at + INTERVAL 1 SECOND WHERE account_id = ?",
            })
    void h3NoTokenAfterAChangeDuringTheLogin(String change) throws SQLException {
        // Given
        Person admin = people.administrator();
        try (HeldAccount held = HeldAccount.of(admin.id())) {
            held.change(change);
            CompletableFuture<Response> login = loginInFlight(admin, held);

            // When
            held.release();

            // Then
            login.join().then().statusCode(401).body("type", equalTo("urn:gatehouse:problem:invalid-credentials"));
            assertEquals(
                    "account_changed",
                    PublishedEvents.event(EventType.LOGIN_FAILED, admin.id())
                            .path("reason")
                            .asText());
        }
    }

    @Test
    @DisplayName("H3: a withdrawn admin right is in no token of a login that was under way")
    void h3NoAdminTokenAfterWithdrawal() throws SQLException {
        // Given
        Person admin = people.administrator();
        try (HeldAccount held = HeldAccount.of(admin.id())) {
            CompletableFuture<Response> withdrawal =
                    CompletableFuture.supplyAsync(() -> withdraw(admin), Thread::startVirtualThread);
            held.awaitWaiting("select ar1_0");
            CompletableFuture<Response> login = loginInFlight(admin, held);

            // When
            held.release();

            // Then
            assertEquals(200, withdrawal.join().statusCode());
            login.join().then().statusCode(401).body("type", equalTo("urn:gatehouse:problem:invalid-credentials"));
        }
    }

    /** A login whose password was found right, and whose session is about to be stored. */
    private static CompletableFuture<Response> loginInFlight(Person person, HeldAccount held) {
        Browser browser = Browser.of(person);
        CompletableFuture<Response> login =
                CompletableFuture.supplyAsync(() -> browser.login(person), Thread::startVirtualThread);
        held.awaitWaiting("UPDATE session_account SET last_login_at");
        return login;
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

    @Test
    @DisplayName("M2: of two who change a password with the same proof, one succeeds")
    void m2OneOfTwoPasswordChanges() throws SQLException {
        // Given
        Person owner = people.agent();
        Browser browser = Browser.of(owner);
        List<LoggedIn> both = List.of(LoggedIn.by(browser, owner), LoggedIn.by(browser, owner));
        try (HeldAccount held = HeldAccount.of(owner.id())) {
            List<CompletableFuture<Integer>> changes = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> changePassword(browser, both.get(i), NEW_PASSWORD + i)
                                    .statusCode(),
                            Thread::startVirtualThread))
                    .toList();
            held.awaitWaiting("select ar1_0", 2);

            // When
            held.release();

            // Then
            List<Integer> statuses =
                    changes.stream().map(CompletableFuture::join).toList();
            assertEquals(1, statuses.stream().filter(status -> status == 204).count(), statuses::toString);
            int winner = statuses.indexOf(204);
            browser.login(owner.email(), NEW_PASSWORD + winner).then().statusCode(201);
            browser.login(owner.email(), NEW_PASSWORD + (1 - winner)).then().statusCode(401);
        }
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
    @DisplayName("L6: ending all sessions cuts behind the one that the clock of another replica began")
    void l6EndsASessionOfAClockThatIsAhead() {
        // Given
        Person agent = people.agent();
        Browser browser = Browser.of(agent);
        LoggedIn session = LoggedIn.by(browser, agent);
        database.update("UPDATE session SET created_at = created_at + INTERVAL 8 SECOND WHERE account_id = ?", (Object)
                UuidBytes.bytes(agent.id()));

        // When
        assertEquals(200, setAdmin(Admins.SOMEBODY, agent.id(), true));

        // Then
        Eventually.until(() -> statusOfOwn(browser, session.accessToken()) == 401);
        assertEquals(
                1,
                database.number(
                        "SELECT COUNT(*) FROM account a JOIN session s ON s.account_id = a.id"
                                + " WHERE a.id = ? AND a.sessions_from > s.created_at",
                        (Object) UuidBytes.bytes(agent.id())));
    }

    @Test
    @DisplayName("B1: a login after all sessions were ended counts, also when that was by a clock that is ahead")
    void aLoginAfterAnEndingByAClockAheadCounts() {
        // Given
        Person agent = people.agent();
        Browser browser = Browser.of(agent);
        LoggedIn before = LoggedIn.by(browser, agent);
        database.update("UPDATE session SET created_at = created_at + INTERVAL 8 SECOND WHERE account_id = ?", (Object)
                UuidBytes.bytes(agent.id()));
        assertEquals(200, setAdmin(Admins.SOMEBODY, agent.id(), true));
        Eventually.until(() -> statusOfOwn(browser, before.accessToken()) == 401);

        // When
        LoggedIn after = LoggedIn.by(browser, agent);

        // Then
        assertEquals(200, statusOfOwn(browser, after.accessToken()));
        browser.refresh(after.refreshToken()).then().statusCode(200);
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

    private static int statusOfOwn(Browser browser, String token) {
        return browser.with(token).get(browser.path("/me")).statusCode();
    }
}
