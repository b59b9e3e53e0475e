package dev.gatehouse.testbed.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.VerificationPage;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs that use a mailed link before its reader does. */
@ExtendWith(RunningSuite.class)
class MailScannerIT {
    private final Suite suite;

    MailScannerIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void a16ChangesNothingByPressingEveryButtonOnTwoPages() {
        // Given
        Agent agent = suite.newAgent();
        Visitor waiting = suite.visitor().from(suite.freshAddress());
        JsonNode challenge = waiting.post("/agent/api/v1/sessions", agent.credentials())
                .expect(202)
                .json()
                .path("challenge");
        String path = "/agent/api/v1/login-challenges/" + challenge.path("id").asText();
        String link = VerificationPage.linkIn(suite.awaitVerificationMail(agent.email()));

        // When
        List<VerificationPage> pages = VerificationPage.open(suite.visitor().from(suite.freshAddress()), link)
                .pressEveryButton();
        List<VerificationPage> further =
                pages.stream().flatMap(page -> page.pressEveryButton().stream()).toList();

        // Then
        assertEquals(
                List.of(), further.stream().filter(VerificationPage::isDecided).toList());
        assertFalse(further.isEmpty());
        assertEquals(
                "pending", waiting.get(path).expect(200).json().path("state").asText());
        VerificationPage.open(suite.visitor(), link)
                .trust(challenge.path("matchNumber").asText())
                .expect(200);
        Eventually.holds(
                "the person still says yes", () -> waiting.post(path, Map.of()).status() == 201);
    }
}
