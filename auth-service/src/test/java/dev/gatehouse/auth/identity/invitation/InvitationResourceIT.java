package dev.gatehouse.auth.identity.invitation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.auth.AccountStates;
import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.Eventually;
import dev.gatehouse.auth.Parallel;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.queue.MailKind;
import dev.gatehouse.chassis.mail.queue.MailState;
import dev.gatehouse.chassis.mail.queue.QueuedMail;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.identity.AccountKind;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@AuthStack
class InvitationResourceIT {
    private static final Pattern LINK = Pattern.compile("http://\\S+/accept-invitation/([A-Za-z0-9_-]{43})");

    private final Database database = StackEnds.database(AuthStack.SCHEMA);

    @Inject
    Admins admins;

    @Inject
    InvitationMail invitationMail;

    @Inject
    Transactions transactions;

    @Test
    void invitesWhoHasNoPasswordAndLetsThemChooseOneOnce() {
        // Given
        Person person = invited(AccountKind.AGENT, "en");
        String token = token(person);

        // When
        accept("/agent/api/v1", token, People.PASSWORD).then().statusCode(204);

        // Then
        Browser.of(person).login(person).then().statusCode(201);
        accept("/agent/api/v1", token, "another phrase altogether").then().statusCode(404);
        assertEquals(
                "active",
                AccountStates.awaitAccount(
                                person.id(),
                                state -> state.path("status").asText().equals("active"))
                        .path("status")
                        .asText());
        JsonNode event = PublishedEvents.event(EventType.PASSWORD_CHANGED, person.id());
        assertEquals(person.id().toString(), event.path("actor").path("id").asText());
        JsonNode change = PublishedEvents.event(EventType.ACCOUNT_CHANGED, person.id())
                .path("data")
                .path("changes")
                .get(0);
        assertEquals("invited", change.path("before").asText());
        assertEquals("active", change.path("after").asText());
    }

    @Test
    void aLinkIsGoodForADay() {
        // Given
        Person inTime = invited(AccountKind.AGENT, "en");
        Person late = invited(AccountKind.AGENT, "en");
        String inTimeToken = token(inTime);
        String lateToken = token(late);

        // When
        isOlderBy("23:59:00", inTime);
        isOlderBy("24:00:00", late);

        // Then
        accept("/agent/api/v1", inTimeToken, People.PASSWORD).then().statusCode(204);
        accept("/agent/api/v1", lateToken, People.PASSWORD).then().statusCode(404);
    }

    private void isOlderBy(String time, Person person) {
        assertEquals(
                1,
                database.update(
                        "UPDATE invitation SET expires_at = expires_at - INTERVAL ? HOUR_SECOND"
                                + " WHERE account_id = UNHEX(REPLACE(?, '-', ''))",
                        time,
                        person.id().toString()));
    }

    @Test
    void nobodySignsInBeforeTheInvitationIsAccepted() {
        Person person = invited(AccountKind.USER, "en");
        Browser.of(person).login(person).then().statusCode(401);
        admins.show(person.id()).then().body("status", equalTo("invited")).body("passwordChangedAt", equalTo(null));
    }

    @Test
    void theDatabaseHoldsNoSecretOfTheLink() {
        // Given
        Person person = invited(AccountKind.USER, "en");
        String token = token(person);

        // When
        String row = database.query(
                        "SELECT * FROM invitation WHERE account_id = UNHEX(REPLACE(?, '-', ''))",
                        person.id().toString())
                .toString();

        String mail = database.query(
                        "SELECT * FROM mail WHERE account_id = UNHEX(REPLACE(?, '-', ''))",
                        person.id().toString())
                .toString();

        // Then
        assertFalse(row.contains(token));
        assertTrue(mail.contains("invitation"), mail);
        assertFalse(mail.contains(token));
    }

    /** T08: an invitation that could not be mailed is an event, and administrators see it. */
    @Test
    void t08SaysWhatBecameOfTheMail() {
        // Given
        Person person = invited(AccountKind.USER, "en");

        // Then
        JsonNode mailed = PublishedEvents.event(EventType.INVITATION_MAILED, person.id());
        assertEquals("success", mailed.path("outcome").asText());
        admins.show(person.id()).then().body("invitationMail", equalTo("sent"));

        // When
        UUID invitation = UUID.fromString(mailed.at("/data/invitationId").asText());
        Instant now = Instant.now();
        QueuedMail given = new QueuedMail(
                UUID.randomUUID(),
                InvitationMail.KIND,
                invitation,
                person.id(),
                MailState.SENDING,
                now,
                now,
                1,
                null,
                null,
                null,
                null);
        transactions
                .run(() -> invitationMail.abandoned(given, new MailKind.Abandonment(false, "550")))
                .await()
                .atMost(Duration.ofSeconds(10));

        // Then
        Eventually.until(() -> PublishedEvents.event(EventType.INVITATION_MAILED, person.id())
                .path("reason")
                .asText()
                .equals("refused"));
        admins.show(person.id()).then().body("invitationMail", equalTo("failed"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Choose a password for your account — Helpdesk, Choose a password",
        "de-AT, Passwort für Ihr Konto wählen — Helpdesk, Passwort wählen",
        "id, Pilih kata sandi untuk akun Anda — Helpdesk, Pilih kata sandi",
        "fr, Choose a password for your account — Helpdesk, Choose a password",
    })
    void writesInTheLanguageOfTheInvited(String locale, String subject, String button) {
        // Given
        Person person = invited(AccountKind.USER, locale);

        // When
        Mailbox.Received mail = StackEnds.mailbox().awaitTo(person.email());

        // Then
        assertEquals(subject, mail.subject());
        assertTrue(mail.html().contains(button));
        assertTrue(LINK.matcher(mail.text()).find(), mail::text);
    }

    @Test
    void ofManyWhoAcceptAtOnceOneIsFirst() {
        // Given
        Person person = invited(AccountKind.USER, "en");
        String token = token(person);

        // When
        List<Integer> answers = Parallel.times(
                8, n -> accept("/api/v1", token, "a phrase by number " + n).statusCode());

        // Then
        assertEquals(1, answers.stream().filter(status -> status == 204).count(), answers::toString);
        assertEquals(7, answers.stream().filter(status -> status == 404).count(), answers::toString);
    }

    @Test
    void unknownLateForeignAndDisabledLinksAreAnsweredAlike() {
        // Given
        Person late = invited(AccountKind.USER, "en");
        String lateToken = token(late);
        assertEquals(
                1,
                database.update(
                        "UPDATE invitation SET expires_at = '2020-01-01' WHERE account_id = UNHEX(REPLACE(?, '-', ''))",
                        late.id().toString()));
        Person disabled = invited(AccountKind.USER, "en");
        String disabledToken = token(disabled);
        admins.anyAdmin()
                .header("If-Match", admins.etag(disabled.id()))
                .body(Map.of("status", "disabled"))
                .patch("/admin/api/v1/accounts/" + disabled.id())
                .then()
                .statusCode(200);
        Person agent = invited(AccountKind.AGENT, "en");
        String agentToken = token(agent);

        // Then
        for (String token : List.of(lateToken, disabledToken, agentToken, "A".repeat(43), "short", lateToken + "A")) {
            accept("/api/v1", token, People.PASSWORD)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:gatehouse:problem:not-found"))
                    .body("detail", equalTo("There is no open invitation behind this link."));
        }
        accept("/agent/api/v1", agentToken, People.PASSWORD).then().statusCode(204);
        admins.anyAdmin()
                .header("If-Match", admins.etag(disabled.id()))
                .body(Map.of("status", "active"))
                .patch("/admin/api/v1/accounts/" + disabled.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("invited"));
        accept("/api/v1", disabledToken, People.PASSWORD).then().statusCode(204);
    }

    @Test
    void refusesPasswordsThatBreakTheRuleAndKeepsTheInvitation() {
        // Given
        Person person = invited(AccountKind.USER, "en");
        String token = token(person);

        // Then
        accept("/api/v1", token, "short").then().statusCode(422).body("violations[0].code", equalTo("too-short"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/invitations/" + token)
                .then()
                .statusCode(422);
        given().contentType(ContentType.JSON)
                .body("{\"password\":\"" + People.PASSWORD + "\",\"admin\":true}")
                .post("/api/v1/invitations/" + token)
                .then()
                .statusCode(400);
        accept("/api/v1", token, People.PASSWORD).then().statusCode(204);
    }

    @Test
    void thePageBehindTheLinkDoesTheSameWithoutJavaScript() {
        // Given
        Person person = invited(AccountKind.AGENT, "en");
        String page = "/accept-invitation/" + token(person);

        // When
        for (int scan = 0; scan < 3; scan++) {
            given().get(page).then().statusCode(200);
            given().head(page).then().statusCode(200);
        }
        Document form = Jsoup.parse(given().get(page).asString());
        Response refused = given().formParam("password", "short").post(page);
        Response done = given().formParam("password", People.PASSWORD).post(page);

        // Then
        assertEquals("post", form.select("form").attr("method"));
        assertEquals("new-password", form.select("input[name=password]").attr("autocomplete"));
        assertTrue(form.text().contains(person.email()));
        assertEquals(0, form.select("script, img, link").size());
        refused.then().statusCode(422).contentType("text/html");
        done.then().statusCode(200).contentType("text/html");
        Browser.of(person).login(person).then().statusCode(201);
        given().formParam("password", People.PASSWORD)
                .post(page)
                .then()
                .statusCode(404)
                .contentType("text/html");
        given().header("Accept-Language", "de").get(page).then().statusCode(404).header("Content-Language", "de");
    }

    @Test
    void erasingAnAccountTakesItsInvitationAlong() {
        // Given
        Person person = invited(AccountKind.USER, "en");
        String token = token(person);

        // When
        admins.anyAdmin().delete("/admin/api/v1/accounts/" + person.id()).then().statusCode(204);

        // Then
        accept("/api/v1", token, People.PASSWORD).then().statusCode(404);
        assertEquals(
                0,
                database.number(
                        "SELECT COUNT(*) FROM invitation WHERE account_id = UNHEX(REPLACE(?, '-', ''))",
                        person.id().toString()));
    }

    private Person invited(AccountKind kind, String locale) {
        String email = UUID.randomUUID() + "@helpdesk.test";
        String id = admins.create(
                        Map.of("email", email, "displayName", "Ada", "kind", kind.toString(), "locale", locale))
                .then()
                .statusCode(201)
                .body("status", equalTo("invited"))
                .extract()
                .path("id");
        return new Person(UUID.fromString(id), kind, email);
    }

    private static String token(Person person) {
        Matcher link = LINK.matcher(StackEnds.mailbox().awaitTo(person.email()).text());
        assertTrue(link.find());
        return link.group(1);
    }

    private static Response accept(String audience, String token, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("password", password))
                .post(audience + "/invitations/" + token);
    }
}
