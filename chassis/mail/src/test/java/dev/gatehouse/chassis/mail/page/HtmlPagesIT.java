package dev.gatehouse.chassis.mail.page;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.mail.MailChassisProfile;
import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(MailChassisProfile.class)
@WithTestResource(
        value = GatehouseStack.class,
        initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis_mail"))
class HtmlPagesIT {
    @Test
    void allowsAPageItsOwnStyleAndNothingElse() throws Exception {
        // When
        var answer = given().get("/api/v1/probe/page")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract();

        // Then
        Document page = Jsoup.parse(answer.asString());
        byte[] style = page.expectFirst("style").data().getBytes(StandardCharsets.UTF_8);
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
        String policy = answer.header("Content-Security-Policy");
        assertEquals(
                "default-src 'none'; style-src 'sha256-" + hash
                        + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
                policy);
        assertEquals("de", page.expectFirst("html").attr("lang"));
        assertEquals("<script>alert(1)</script>", page.expectFirst("h1").text());
        assertEquals(0, page.select("script, img, link").size());
        assertTrue(page.expectFirst("footer").text().contains("schützt"));
        assertEquals("same-origin", answer.header("Referrer-Policy"));
    }

    @Test
    void neverAnswersInTheLanguageOfTheMachine() {
        // Given
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.GERMAN);
        try {
            // When
            String foot = Languages.messages(PageMessages.class, Locale.ENGLISH).foot("Acme");

            // Then
            assertEquals("Gatehouse guards the sign-in of Acme.", foot);
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void speaksEnglishWhereALanguageIsNotSupported() {
        assertEquals(
                "Gatehouse guards the sign-in of Acme.",
                Languages.messages(PageMessages.class, Locale.FRENCH).foot("Acme"));
    }
}
