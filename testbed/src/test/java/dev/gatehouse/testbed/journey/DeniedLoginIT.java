package dev.gatehouse.testbed.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Browser;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.VerificationPage;
import dev.gatehouse.testbed.suite.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T01: what the page promises to whoever says "No, this wasn't me" happens, all of it and at once. */
@ExtendWith(RunningSuite.class)
class DeniedLoginIT {
    private static final String NEW_PASSWORD = "a phrase that the thief has not heard";

    private final Suite suite;
    private final Agent agent;
    private final Agent administrator;
    private final String office;
    private final Session session;

    DeniedLoginIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
        this.agent = suite.newAgent();
        this.administrator = suite.newAgent();
        this.office = suite.freshAddress();
        this.session = suite.newSession(agent, office);
        suite.admin()
                .put(
                        "/admin/api/v1/accounts/" + administrator.id() + "/admin",
                        Map.of("admin", true, "reason", "Reads the alerts"))
                .expect(200);
    }

    @Test
    void t01EndsTheSessionsTellsEverybodyAndDemandsANewPassword() {
        // Given
        String thief = suite.freshAddress();
        JsonNode challenge = suite.login(agent, thief).expect(202).json().get("challenge");
        VerificationPage page = openMailedPage();

        // When
        VerificationPage second = page.pressDeny();
        assertTrue(second.text().contains("Stop this sign-in?"), second.text());
        page.deny().expect(200);

        // Then
        Eventually.within(
                Duration.ofSeconds(2),
                "the session is over in another service",
                () -> session.visitor().get("/agent/api/v1/notifications").status() == 401);
        assertTrue(mailed(agent, "You stopped a sign-in").contains(thief));
        String alert = mailed(administrator, "An agent reported a sign-in");
        assertTrue(alert.contains(agent.email()) && alert.contains(thief), alert);
        String path = "/agent/api/v1/login-challenges/" + challenge.get("id").asText();
        suite.visitor().from(thief).post(path, Map.of()).expect(410);
        assertEquals("ip_verification", kind(thief));
        assertEquals("password_change", kind(office));
        assertTrue(isInTheApp("An agent reported a sign-in as not theirs"));
    }

    @Test
    void t01ANewPasswordOpensTheAccountAgain() {
        // Given
        deny();

        // When
        Visitor waiting = suite.visitor().from(office);
        String id = suite.login(agent, office)
                .expect(202)
                .json()
                .at("/challenge/id")
                .asText();
        waiting.post("/agent/api/v1/login-challenges/" + id, Map.of("newPassword", NEW_PASSWORD))
                .expect(201);

        // Then
        suite.login(agent, office).expect(401);
        suite.login(agent.typing(NEW_PASSWORD), office).expect(201);
    }

    @Test
    void t01AnAdministratorLiftsIt() {
        // Given
        deny();

        // When
        suite.admin()
                .delete("/admin/api/v1/accounts/" + agent.id() + "/require-password-change?reason=By+mistake")
                .expect(204);

        // Then
        suite.login(agent, office).expect(201);
        Eventually.holds(
                "both stand in the audit log",
                () -> suite.auditedTypes(agent.id()).contains("password-change.required")
                        && suite.auditedTypes(agent.id()).contains("password-change.waived"));
    }

    @Test
    void l2IsDeniedInABrowserByPressingTickingAndPressing() {
        // Given
        Optional<Path> chromium = Browser.installed();
        boolean isRequired = "true".equals(System.getenv("CI"));
        assumeTrue(chromium.isPresent() || isRequired, "There is no Chromium here");
        assertTrue(chromium.isPresent(), "CI has no Chromium, and this test must not be skipped there");
        suite.login(agent, suite.freshAddress()).expect(202);
        assertEquals(200, openMailedPage().status());
        String link = newestLink();

        // When
        try (Browser browser = Browser.start(chromium.orElseThrow())) {
            Page page = browser.narrowPageWithoutScript();
            page.navigate(suite.origin().resolve(link).toString());
            press(page, "No, this wasn't me");
            press(page, "Stop it and protect my account");
            assertEquals("Stop this sign-in?", page.locator("h1").innerText(), "the box is not ticked");
            page.getByLabel("This was not me").check();
            assertEquals(320, page.locator("html").evaluate("page => page.scrollWidth"), "nothing is cut at 320 px");
            press(page, "Stop it and protect my account");
            assertEquals("The sign-in was stopped", page.locator("h1").innerText());
        }

        // Then
        Eventually.holds("a new password is demanded", () -> kind(office).equals("password_change"));
    }

    /** The text of a mail that must come within two seconds. */
    private String mailed(Agent to, String subject) {
        return suite.mailbox()
                .await(to.email(), subject, Duration.ofSeconds(2), mail -> mail.subject()
                        .contains(subject))
                .text();
    }

    private void deny() {
        suite.login(agent, suite.freshAddress()).expect(202);
        openMailedPage().deny().expect(200);
        Eventually.holds("a new password is demanded", () -> kind(office).equals("password_change"));
    }

    /** The newest link that is still open: the mail of the first session is older. */
    private VerificationPage openMailedPage() {
        Eventually.holds("the mailed link is open", () -> newestPage().status() == 200);
        return newestPage();
    }

    private VerificationPage newestPage() {
        return VerificationPage.open(suite.visitor(), newestLink());
    }

    private String newestLink() {
        return VerificationPage.linkIn(suite.awaitVerificationMail(agent.email()));
    }

    private String kind(String address) {
        return suite.login(agent, address).json().at("/challenge/kind").asText();
    }

    private boolean isInTheApp(String title) {
        Visitor admin = suite.newSession(administrator, suite.freshAddress()).visitor();
        return admin.get("/agent/api/v1/notifications").expect(200).body().contains(title);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
