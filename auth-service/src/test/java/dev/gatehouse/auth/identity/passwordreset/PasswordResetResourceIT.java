package dev.gatehouse.auth.identity.passwordreset;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Eventually;
import dev.gatehouse.auth.LoggedIn;
import dev.gatehouse.auth.Parallel;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AuthStack
class PasswordResetResourceIT {
    private static final Pattern LINK = Pattern.compile("http://\\S+/reset-password/([A-Za-z0-9_-]{43})");
    private static final String NEW = "another phrase that nobody knows";
    private static final Set<String> OF_EACH_ANSWER = Set.of("date", "traceparent", "x-request-id");
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private final Database database = StackEnds.database(AuthStack.SCHEMA);

    @Inject
    Admins admins;

    @Inject
    People people;

    @Test
    void setsANewPasswordOnceAndEndsEverySession() {
        // Given
        Person person = people.user();
        Browser browser = elsewhere(person);
        LoggedIn before = LoggedIn.by(browser, person);
        String token = token(person);

        // When
        reset(browser, token, NEW).then().statusCode(204);

        // Then
        browser.refresh(before.refreshToken()).then().statusCode(401);
        browser.login(person).then().statusCode(401);
        browser.login(person.email(), NEW).then().statusCode(201);
        reset(browser, token, "one more phrase of somebody").then().statusCode(404);
        JsonNode changed = PublishedEvents.event(EventType.PASSWORD_CHANGED, person.id());
        assertEquals(person.id().toString(), changed.at("/actor/id").asText());
        assertEquals(1, changed.at("/data/sessionsEnded").asInt());
        JsonNode requested = PublishedEvents.event(EventType.PASSWORD_RESET_REQUESTED, person.id());
        assertEquals("success", requested.path("outcome").asText());
        assertEquals("anonymous", requested.at("/actor/kind").asText());
        assertEquals("user", requested.at("/data/audience").asText());
    }

    /** A required change and the lock of a password belong to the old password. */
    @Test
    void liftsARequiredChangeAndTheLockOfThePassword() {
        // Given
        Person person = people.agent();
        Browser browser = elsewhere(person);
        browser.login(person.email(), "not the password at all").then().statusCode(401);
        assertEquals(
                1,
                database.update(
                        "UPDATE login_limit SET failures = 100, blocked_until = '9999-01-01' WHERE limited_by = 'CREDENTIAL'"
                                + " AND account_id = UNHEX(REPLACE(?, '-', ''))",
                        person.id().toString()));
        browser.login(person).then().statusCode(401);
        admins.anyAdmin()
                .body(Map.of("reason", "a lost device"))
                .post("/admin/api/v1/accounts/" + person.id() + "/require-password-change")
                .then()
                .statusCode(204);

        // When
        reset(browser, token(person), NEW).then().statusCode(204);

        // Then
        browser.login(person.email(), NEW).then().statusCode(201);
    }

    /** A11: answer and headers tell nobody who has an account. */
    @Test
    void a11AnswersEveryRequestAlike() {
        // Given
        Person known = people.user();
        Person disabled = people.user();
        people.disable(disabled);
        Person agent = people.agent();
        String invited = UUID.randomUUID() + "@helpdesk.test";
        admins.create(Map.of("email", invited, "displayName", "Ada", "kind", "user"))
                .then()
                .statusCode(201);
        Mailbox.Received invitation = StackEnds.mailbox().awaitTo(invited);
        Browser browser = elsewhere(known);
        List<String> emails =
                List.of(known.email(), disabled.email(), agent.email(), invited, UUID.randomUUID() + "@helpdesk.test");

        // When
        Set<String> answers = Stream.concat(
                        emails.stream(), Stream.generate(known::email).limit(10))
                .map(email -> shape(ask(browser, email)))
                .collect(Collectors.toSet());

        // Then
        assertEquals(1, answers.size(), answers::toString);
        ask(browser, "no address").then().statusCode(422);
        assertEquals(
                "account_not_active",
                PublishedEvents.event(EventType.PASSWORD_RESET_REQUESTED, disabled.id())
                        .path("reason")
                        .asText());
        assertEquals(
                "unknown_account",
                PublishedEvents.event(EventType.PASSWORD_RESET_REQUESTED, agent.id())
                        .path("reason")
                        .asText());
        awaitJudged();
        assertEquals(List.of(), StackEnds.mailbox().to(disabled.email()));
        assertEquals(List.of(), StackEnds.mailbox().to(agent.email()));
        assertEquals(List.of(invitation), StackEnds.mailbox().to(invited));
    }

    @Test
    void mailsThreeLinksWithinAnHourHoweverManyAskAtOnce() {
        // Given
        Person person = people.user();

        // When
        List<Integer> answers =
                Parallel.times(12, n -> ask(elsewhere(person), person.email()).statusCode());
        awaitJudged();

        // Then
        assertEquals(Set.of(202), Set.copyOf(answers));
        Eventually.until(() -> database.number(
                        "SELECT COUNT(*) FROM mail WHERE account_id = UNHEX(REPLACE(?, '-', '')) AND ended_at IS NULL",
                        person.id().toString())
                == 0);
        assertEquals(
                3,
                database.number(
                        "SELECT COUNT(*) FROM password_reset WHERE account_id = UNHEX(REPLACE(?, '-', ''))",
                        person.id().toString()));
        Eventually.until(() -> outcomes(person, "account_limit") == 9);
        database.update(
                "UPDATE password_reset SET offered_at = offered_at - INTERVAL 61 MINUTE WHERE account_id ="
                        + " UNHEX(REPLACE(?, '-', ''))",
                person.id().toString());
        reset(elsewhere(person), token(person), NEW).then().statusCode(204);
    }

    @Test
    void takesTenRequestsOfANetworkWithinAnHourHoweverManyComeAtOnce() {
        // Given
        Browser somewhere = elsewhere(people.user());
        int site = NETWORKS.incrementAndGet();
        String network = "2001:db8:" + Integer.toHexString(site) + "::/48";

        // When
        List<Integer> answers = Parallel.times(16, n -> ask(
                        somewhere.from("2001:db8:" + Integer.toHexString(site) + ":" + n + "::1"),
                        UUID.randomUUID() + "@helpdesk.test")
                .statusCode());

        // Then
        assertEquals(Set.of(202), Set.copyOf(answers));
        String rows = "SELECT COUNT(*) FROM password_reset WHERE network = ? AND closed_at IS ";
        assertEquals(10, database.number(rows + "NULL", network));
        assertEquals(1, database.number(rows + "NOT NULL", network), "the six that were withheld are one event");
    }

    @Test
    void aLaterLinkAndAnyOtherChangeOfThePasswordReplaceALink() {
        // Given
        Person person = people.user();
        Browser browser = elsewhere(person);
        String first = token(person);
        String second = token(person);

        // When
        reset(browser, first, NEW).then().statusCode(404);
        LoggedIn session = LoggedIn.by(browser, person);
        browser.with(session.accessToken())
                .contentType("application/json")
                .body(Map.of("currentPassword", People.PASSWORD, "newPassword", "a phrase of the owner alone"))
                .put(browser.path("/me/password"))
                .then()
                .statusCode(204);

        // Then
        reset(browser, second, NEW).then().statusCode(404);
        browser.login(person.email(), "a phrase of the owner alone").then().statusCode(201);
    }

    /** A20: exactly one of many uses of a link succeeds, with one event. */
    @Test
    void a20OfManyWhoUseALinkAtOnceOneIsFirst() {
        // Given
        Person person = people.user();
        String token = token(person);

        // When
        List<Integer> answers = Parallel.times(100, n -> reset(elsewhere(person), token, "a phrase by number " + n)
                .statusCode());

        // Then
        assertEquals(1, answers.stream().filter(status -> status == 204).count(), answers::toString);
        assertTrue(Set.of(204, 404, 503).containsAll(answers), answers::toString);
        PublishedEvents.event(EventType.PASSWORD_CHANGED, person.id());
        assertEquals(
                1,
                PublishedEvents.events(EventType.PASSWORD_CHANGED, person.id()).size());
    }

    /** A19: a link that is not open is answered like one that never was, before the policy says anything. */
    @Test
    void a19AnswersEveryLinkThatIsNotOpenAlike() {
        // Given
        Person person = people.user();
        Browser browser = elsewhere(person);
        String open = token(person);
        Person late = people.user();
        String lateToken = token(late);
        expire(late, "INTERVAL 30 MINUTE");
        Person disabled = people.user();
        String disabledToken = token(disabled);
        people.disable(disabled);
        Person agent = people.agent();
        String agentToken = token(agent);
        String oneBit = (open.charAt(0) == 'A' ? 'B' : 'A') + open.substring(1);

        // Then
        Set<String> answers = Stream.of(
                        lateToken,
                        disabledToken,
                        agentToken,
                        oneBit,
                        open + "A",
                        open.substring(1),
                        "A".repeat(43),
                        "x")
                .flatMap(token -> Stream.of(NEW, "short").map(password -> reset(browser, token, password)))
                .map(PasswordResetResourceIT::shape)
                .collect(Collectors.toSet());
        assertEquals(1, answers.size(), answers::toString);
        reset(browser, oneBit, NEW)
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:gatehouse:problem:not-found"))
                .body("detail", equalTo("There is no open password reset behind this link."));
        reset(browser, open, "short").then().statusCode(422).body("violations[0].code", equalTo("too-short"));
        reset(browser, open, People.PASSWORD).then().statusCode(422).body("violations[0].code", equalTo("unchanged"));
        reset(browser, open, NEW).then().statusCode(204);
    }

    @Test
    void aLinkIsGoodForHalfAnHour() {
        // Given
        Person person = people.user();
        String token = token(person);

        // When
        expire(person, "INTERVAL 29 MINUTE");

        // Then
        reset(elsewhere(person), token, NEW).then().statusCode(204);
    }

    /** A10, A30: the mail goes to the stored address, and its link to the configured origin. */
    @Test
    void a30MailsTheStoredAddressAndNotTheTypedOne() {
        // Given
        Person person = people.user();
        Browser browser = elsewhere(person);
        String twin = person.email().replace("@helpdesk", "@helpd\u00E9sk");

        // When
        browser.request()
                .header("X-Forwarded-Host", "evil.example.test")
                .contentType("application/json")
                .body(Map.of("email", person.email().toUpperCase(Locale.ROOT)))
                .post(browser.path("/password-resets"))
                .then()
                .statusCode(202);
        ask(browser, twin).then().statusCode(202);

        // Then
        Mailbox.Received mail = StackEnds.mailbox().awaitTo(person.email());
        awaitJudged();
        assertTrue(mail.to().contains(person.email()), mail::to);
        assertFalse(mail.text().contains("evil"), mail::text);
        assertEquals(1, StackEnds.mailbox().to(person.email()).size());
        assertEquals(List.of(), StackEnds.mailbox().source(mail).violations());
    }

    @Test
    void theDatabaseHoldsNeitherTheSecretNorTheTypedAddress() {
        // Given
        Person person = people.user();
        String token = token(person);

        // When
        String row = database.query(
                        "SELECT * FROM password_reset WHERE account_id = UNHEX(REPLACE(?, '-', ''))",
                        person.id().toString())
                .toString();

        // Then
        assertFalse(row.contains(token));
        assertFalse(row.contains(person.email()));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Choose a new password — Helpdesk, your password stays as it is",
        "de, Neues Passwort wählen — Helpdesk, 'Ihr Passwort bleibt, wie es ist'",
        "id, Pilih kata sandi baru — Helpdesk, kata sandi Anda tidak berubah",
    })
    void writesInTheLanguageOfTheAccount(String locale, String subject, String sentence) {
        // Given
        Person person = people.user();
        assertEquals(
                1,
                database.update(
                        "UPDATE account SET locale = ? WHERE id = UNHEX(REPLACE(?, '-', ''))",
                        locale,
                        person.id().toString()));

        // When
        ask(elsewhere(person), person.email()).then().statusCode(202);

        // Then
        Mailbox.Received mail = StackEnds.mailbox().awaitTo(person.email());
        assertEquals(subject, mail.subject());
        assertTrue(mail.text().contains(sentence), mail::text);
    }

    @Test
    void thePageBehindTheLinkDoesTheSameWithoutJavaScript() {
        // Given
        Person person = people.user();
        String page = "/reset-password/" + token(person);

        // When
        for (int scan = 0; scan < 3; scan++) {
            given().get(page)
                    .then()
                    .statusCode(200)
                    .header("Referrer-Policy", "same-origin")
                    .header("Cache-Control", "no-store");
            given().head(page).then().statusCode(200);
        }
        Document form = Jsoup.parse(given().get(page).asString());
        Response refused = given().formParam("password", People.PASSWORD).post(page);
        Response done = given().formParam("password", NEW).post(page);

        // Then
        assertTrue(form.text().contains(person.email()));
        assertEquals(0, form.select("script, img, link").size());
        refused.then().statusCode(422).contentType("text/html");
        assertTrue(refused.asString().contains("It is your present password."), refused::asString);
        done.then().statusCode(200).contentType("text/html");
        elsewhere(person).login(person.email(), NEW).then().statusCode(201);
        given().formParam("password", NEW).post(page).then().statusCode(404).contentType("text/html");
        given().header("Accept-Language", "de").get(page).then().statusCode(404).header("Content-Language", "de");
    }

    @Test
    void erasingAnAccountTakesItsLinksAlong() {
        // Given
        Person person = people.user();
        String token = token(person);

        // When
        admins.anyAdmin().delete("/admin/api/v1/accounts/" + person.id()).then().statusCode(204);

        // Then
        reset(elsewhere(person), token, NEW).then().statusCode(404);
        assertEquals(
                0,
                database.number(
                        "SELECT COUNT(*) FROM password_reset WHERE account_id = UNHEX(REPLACE(?, '-', ''))",
                        person.id().toString()));
    }

    private void expire(Person person, String after) {
        assertEquals(
                1,
                database.update(
                        "UPDATE password_reset SET expires_at = expires_at - " + after
                                + " WHERE account_id = UNHEX(REPLACE(?, '-', ''))",
                        person.id().toString()));
    }

    private void awaitJudged() {
        Eventually.until(() -> database.number("SELECT COUNT(*) FROM password_reset WHERE email_key IS NOT NULL") == 0);
    }

    private static long outcomes(Person person, String reason) {
        return PublishedEvents.events(EventType.PASSWORD_RESET_REQUESTED, person.id()).stream()
                .filter(event -> reason.equals(event.path("reason").asText()))
                .count();
    }

    private static String shape(Response answer) {
        String headers = answer.headers().asList().stream()
                .filter(header -> !OF_EACH_ANSWER.contains(header.getName().toLowerCase(Locale.ROOT)))
                .map(Header::toString)
                .sorted()
                .collect(Collectors.joining(" "));
        String body =
                answer.asString().replaceAll("\"traceId\":\"[0-9a-f]+\"", "").replaceAll("\"instance\":\"[^\"]*\"", "");
        return answer.statusCode() + " " + headers + " " + body;
    }

    /** A client of an address of its own, so that tests do not meet each other's limits. */
    private static Browser elsewhere(Person person) {
        int network = NETWORKS.incrementAndGet();
        return Browser.of(person).from("198.18." + network / 250 + "." + (network % 250 + 1));
    }

    private static Response ask(Browser browser, String email) {
        return browser.post("/password-resets", Map.of("email", email));
    }

    private static Response reset(Browser browser, String token, String password) {
        return browser.post("/password-resets/" + token, Map.of("newPassword", password));
    }

    /** Asks for a link and reads it in the mail. */
    private static String token(Person person) {
        int before = StackEnds.mailbox().to(person.email()).size();
        ask(elsewhere(person), person.email()).then().statusCode(202);
        Mailbox.Received mail = Eventually.get(
                        () -> StackEnds.mailbox().to(person.email()), mails -> mails.size() > before)
                .getFirst();
        Matcher link = LINK.matcher(mail.text());
        assertTrue(link.find(), mail::text);
        return link.group(1);
    }
}
