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
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.VerificationPage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The e-mailed page as a person uses it: by its labels and buttons, in a real browser without JavaScript. */
@ExtendWith(RunningSuite.class)
class NewAddressLoginInBrowserIT {
    private final Suite suite;

    NewAddressLoginInBrowserIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void isConfirmedByTypingTheNumberAndSayingYes() {
        // Given
        Optional<Path> chromium = Browser.installed();
        boolean isRequired = "true".equals(System.getenv("CI"));
        assumeTrue(
                chromium.isPresent() || isRequired, "There is no Chromium here: the page is not tested in a browser");
        assertTrue(chromium.isPresent(), "CI has no Chromium, and this test must not be skipped there");
        Agent agent = suite.newAgent();
        String address = suite.freshAddress();
        JsonNode challenge = suite.login(agent, address).expect(202).json().get("challenge");
        String link = VerificationPage.linkIn(suite.awaitVerificationMail(agent.email()));

        // When
        try (Browser browser = Browser.start(chromium.orElseThrow())) {
            Page page = browser.narrowPageWithoutScript();
            page.navigate(suite.origin().resolve(link).toString());
            page.getByLabel("Number shown where you are signing in")
                    .fill(challenge.get("matchNumber").asText());
            assertEquals(320, page.locator("html").evaluate("page => page.scrollWidth"), "nothing is cut at 320 px");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yes, trust this address"))
                    .click();
        }

        // Then
        String path = "/agent/api/v1/login-challenges/" + challenge.get("id").asText();
        Eventually.holds(
                "the challenge is redeemed for a session",
                () -> suite.visitor().from(address).post(path, Map.of()).status() == 201);
    }
}
