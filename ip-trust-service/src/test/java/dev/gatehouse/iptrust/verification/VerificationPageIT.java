package dev.gatehouse.iptrust.verification;

import static dev.gatehouse.iptrust.testing.PageReader.comingFrom;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.iptrust.IpTrustStack;
import dev.gatehouse.iptrust.testing.PageReader;
import dev.gatehouse.iptrust.testing.SuiteFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@IpTrustStack
class VerificationPageIT {
    private static final String ELSEWHERE = "198.51.100.201";
    private static final Map<String, String> YES = Map.of("decision", "trust", "matchNumber", SuiteFixture.NUMBER);

    @BeforeEach
    void asAfterTheInstallation() {
        SuiteFixture.resetSettings();
    }

    @Test
    void showsTheFactsAndAsksForTheNumber() {
        AccountState agent = SuiteFixture.agent();
        SuiteFixture.challenge(agent, "203.0.113.7");

        Document page = PageReader.open(PageReader.awaitLink(agent), ELSEWHERE).document();

        assertEquals("Is this you signing in?", page.select("h1").text());
        assertEquals("203.0.113.7", page.select("dd.exact").text());
        String facts = page.select("dl").text();
        assertTrue(facts.contains("host-7.example.net"), facts);
        assertTrue(facts.contains("Firefox, Windows"), facts);
        assertTrue(facts.contains("(Europe/Berlin, GMT"), facts);
        assertTrue(facts.contains("a***@helpdesk.example") && !facts.contains(SuiteFixture.email(agent)), facts);
        assertTrue(page.select("p.warning").text().contains("different address"));
        assertEquals("matchNumber", page.select("label").attr("for"));
        assertEquals("numeric", page.select("input#matchNumber").attr("inputmode"));
        assertEquals("one-time-code", page.select("input#matchNumber").attr("autocomplete"));
        assertEquals(
                List.of("Yes, trust this address", "No, this wasn't me"),
                page.select("button").eachText());
        assertEquals("en", page.select("html").attr("lang"));
        assertTrue(page.select("script, img, link, iframe").isEmpty());
    }

    @Test
    void saysSoWhenTheReaderComesFromTheSamePlace() {
        AccountState agent = SuiteFixture.agent();
        SuiteFixture.challenge(agent, "2001:db8:55::1");

        Document page =
                PageReader.open(PageReader.awaitLink(agent), "2001:db8:55::9").document();

        assertTrue(page.select("p.note").text().contains("the same address"));
        assertTrue(page.select("p.warning").isEmpty());
        assertTrue(page.select("dl").text().contains("no confirmed hostname"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|Europe/Berlin|Melden Sie sich gerade an?|Ja, dieser Adresse vertrauen|Anmeldung von einer neuen Adresse — Acme Helpdesk",
                "id|Asia/Jakarta|Apakah Anda sedang masuk?|Ya, percayai alamat ini|Masuk dari alamat baru — Acme Helpdesk",
                "fr|Europe/Paris|Is this you signing in?|Yes, trust this address|Sign-in from a new address — Acme Helpdesk"
            })
    void speaksTheLanguageOfTheAccount(String locale, String zone, String heading, String yes, String subject) {
        AccountState agent = SuiteFixture.agent(locale, zone);
        SuiteFixture.challenge(agent, SuiteFixture.freshAddress());

        Mailbox.Received mail = StackEnds.mailbox().awaitTo(SuiteFixture.email(agent));
        Document page =
                PageReader.open(PageReader.linkIn(mail.text()), ELSEWHERE).document();

        assertEquals(subject, mail.subject());
        assertEquals(heading, page.select("h1").text());
        assertEquals(yes, page.select("button.safe").text());
        assertTrue(
                page.select("dl").text().contains("(" + zone + ", GMT"),
                page.select("dl").text());
    }

    @Test
    void mailsTheSameFactsWithALinkAndWhatToDo() {
        AccountState agent = SuiteFixture.agent();
        SuiteFixture.challenge(agent, "203.0.113.7");

        Mailbox.Received mail = StackEnds.mailbox().awaitTo(SuiteFixture.email(agent));

        for (String body : List.of(mail.text(), mail.html())) {
            assertTrue(body.contains("203.0.113.7"), body);
            assertTrue(body.contains("host-7.example.net"), body);
            assertTrue(body.contains("Firefox, Windows"), body);
            assertTrue(body.contains("(Europe/Berlin, GMT"), body);
            assertFalse(body.contains(SuiteFixture.NUMBER + "\n"), body);
        }
        assertTrue(mail.text().contains("If this was not you"), mail.text());
    }

    @Test
    void a15ChangesNothingHoweverOftenItIsLookedAt() {
        // Given
        AccountState agent = SuiteFixture.agent();
        LoginChallenged challenged = SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        String path = PageReader.awaitLink(agent);

        // When
        for (int i = 0; i < 5; i++) {
            comingFrom(ELSEWHERE).get(path).then().statusCode(200);
        }
        comingFrom(ELSEWHERE).head(path).then().statusCode(200);
        comingFrom(ELSEWHERE).options(path);
        comingFrom(ELSEWHERE).queryParams(YES).get(path).then().statusCode(200);

        // Then
        assertEquals(List.of("PENDING"), SuiteFixture.verificationStates(challenged));
        PageReader.open(path, ELSEWHERE).trust(SuiteFixture.NUMBER).then().statusCode(200);
    }

    @Test
    void showsOneNeutralPageForEverythingThatIsNotOpen() {
        // Given
        AccountState agent = SuiteFixture.agent();
        SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        String used = PageReader.awaitLink(agent);
        String changed = used.substring(0, used.length() - 1) + (used.endsWith("A") ? "B" : "A");
        PageReader.open(used, ELSEWHERE).trust(SuiteFixture.NUMBER).then().statusCode(200);

        // When
        List<Response> answers = List.of(
                comingFrom(ELSEWHERE).get(used),
                comingFrom(ELSEWHERE).get(changed),
                comingFrom(ELSEWHERE).get("/verify-ip/" + "A".repeat(43)),
                comingFrom(ELSEWHERE).get("/verify-ip/1"),
                comingFrom(ELSEWHERE).get("/verify-ip/" + "x".repeat(500)));

        // Then
        assertEquals(
                List.of(404, 404, 404, 404, 404),
                answers.stream().map(Response::statusCode).toList());
        assertEquals(1, answers.stream().map(Response::asString).distinct().count());
        assertTrue(answers.getFirst().asString().contains("nothing to confirm"));
    }

    @Test
    void a18RefusesAFormThatIsNotOurs() {
        // Given
        AccountState agent = SuiteFixture.agent();
        LoginChallenged challenged = SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        String path = PageReader.awaitLink(agent);
        PageReader reader = PageReader.open(path, ELSEWHERE);
        String foreign = "0".repeat(64);

        // When
        List<Response> answers = List.of(
                comingFrom(ELSEWHERE).formParams(YES).post(path),
                comingFrom(ELSEWHERE)
                        .cookies(reader.page().cookies())
                        .formParams(YES)
                        .post(path),
                comingFrom(ELSEWHERE)
                        .cookies(reader.page().cookies())
                        .formParams(YES)
                        .formParam("formToken", foreign)
                        .post(path),
                reader.form(YES).header("Origin", "http://evil.test").post(path),
                reader.form(YES).header("Origin", "null").post(path),
                reader.form(YES).header("Sec-Fetch-Site", "cross-site").post(path),
                reader.form(YES).cookie("gatehouse-form", "x".repeat(43)).post(path));

        // Then
        answers.forEach(answer -> answer.then().statusCode(403).body("type", endsWith(":csrf-refused")));
        reader.form(YES)
                .accept("text/html")
                .header("Sec-Fetch-Site", "cross-site")
                .post(path)
                .then()
                .statusCode(403)
                .body(containsString("open the link again"));
        assertEquals(List.of("PENDING"), SuiteFixture.verificationStates(challenged));
        reader.form(YES)
                .header("Origin", "null")
                .header("Sec-Fetch-Site", "same-origin")
                .post(path)
                .then()
                .statusCode(200);
    }

    @Test
    void refusesWhatIsNoForm() {
        AccountState agent = SuiteFixture.agent();
        SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        String path = PageReader.awaitLink(agent);
        PageReader reader = PageReader.open(path, ELSEWHERE);

        comingFrom(ELSEWHERE)
                .contentType("application/json")
                .body("{}")
                .post(path)
                .then()
                .statusCode(415);
        reader.form(Map.of("decision", "perhaps")).post(path).then().statusCode(400);
        comingFrom(ELSEWHERE).delete(path).then().statusCode(405);
        reader.form(Map.of("decision", "trust", "matchNumber", "4".repeat(10_000)))
                .post(path)
                .then()
                .statusCode(422);
        reader.form(Map.of("decision", "trust", "matchNumber", "4".repeat(70_000)))
                .post(path)
                .then()
                .statusCode(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'; alert(1); //",
                "{config:property('gatehouse.secret')} {#each} {inject:vertx}",
                "Mozilla/5.0 <svg/onload=alert(1)> Firefox/128.0",
                "</dd></dl><form action=//evil.test>"
            })
    void a35NeverRepeatsWhatAClientProgramSaysAboutItself(String userAgent) {
        AccountState agent = SuiteFixture.agent();
        SuiteFixture.challenge(agent, SuiteFixture.freshAddress(), userAgent);

        Mailbox.Received mail = StackEnds.mailbox().awaitTo(SuiteFixture.email(agent));
        Document page =
                PageReader.open(PageReader.linkIn(mail.text()), ELSEWHERE).document();

        assertTrue(page.select("script, img, svg").isEmpty());
        assertEquals(1, page.select("form").size());
        assertFalse(page.html().contains("alert(1)"), page.html());
        assertFalse(mail.html().contains("alert(1)"), mail.html());
    }

    @Test
    void isGuardedByHeadersAndAStrictCookie() {
        AccountState agent = SuiteFixture.agent();
        SuiteFixture.challenge(agent, SuiteFixture.freshAddress());

        PageReader.open(PageReader.awaitLink(agent), ELSEWHERE)
                .page()
                .then()
                .header("Content-Security-Policy", containsString("form-action 'self'"))
                .header("Cache-Control", containsString("no-store"))
                .header("Referrer-Policy", equalTo("same-origin"))
                .header("Set-Cookie", containsString("HttpOnly; SameSite=Strict"));
    }

    /** L2 and A16: a scanner presses every button of the page that the mail opens; the person still says yes. */
    @Test
    void l2AScannerThatPressesEveryButtonChangesNothing() {
        // Given
        AccountState agent = SuiteFixture.agent();
        LoginChallenged challenged = SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        String path = PageReader.awaitLink(agent);
        PageReader scanner = PageReader.open(path, "104.47.1.254");

        // When
        List<Response> answers = scanner.pressEveryButton();
        List<Response> further = scanner.pressDeny().pressEveryButton();

        // Then
        assertEquals(2, answers.size());
        assertEquals(List.of(422), further.stream().map(Response::statusCode).toList());
        assertEquals(List.of("PENDING"), SuiteFixture.verificationStates(challenged));
        PageReader.open(path, ELSEWHERE).trust(SuiteFixture.NUMBER).then().statusCode(200);
    }

    @Test
    void l2DenyingIsAskedForOnceMoreWithWhatItDoes() {
        // Given
        AccountState agent = SuiteFixture.agent();
        LoginChallenged challenged = SuiteFixture.challenge(agent, "203.0.113.7");
        PageReader first = PageReader.open(PageReader.awaitLink(agent), ELSEWHERE);

        // When
        PageReader second = first.pressDeny();

        // Then
        Document page = second.document();
        second.page().then().statusCode(200);
        assertEquals("Stop this sign-in?", page.select("h1").text());
        assertEquals("203.0.113.7", page.select("dd.exact").text());
        assertEquals(3, page.select("li").size());
        assertFalse(page.select("input#confirmed").hasAttr("checked"));
        assertNotEquals(
                first.document().select("input[name=formToken]").val(),
                page.select("input[name=formToken]").val());
        first.form(Map.of("decision", "deny"))
                .post(PageReader.linkIn(
                        StackEnds.mailbox().awaitTo(SuiteFixture.email(agent)).text()))
                .then()
                .statusCode(200)
                .body(containsString("Stop this sign-in?"));
        assertEquals(List.of("PENDING"), SuiteFixture.verificationStates(challenged));
        first.deny().then().statusCode(200).body(containsString("The sign-in was stopped"));
        SuiteFixture.awaitVerification(challenged, "DENIED");
    }

    @Test
    void t01TheMailSaysThatANewPasswordFollows() {
        // Given
        AccountState agent = SuiteFixture.agent();
        SuiteFixture.challengeBeforePasswordChange(agent, SuiteFixture.freshAddress());

        // When
        Mailbox.Received mail = StackEnds.mailbox().awaitTo(SuiteFixture.email(agent));

        // Then
        assertTrue(mail.text().contains("Your account must have a new password."), mail.text());
    }
}
