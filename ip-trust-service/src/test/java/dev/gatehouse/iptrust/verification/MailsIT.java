package dev.gatehouse.iptrust.verification;

import static dev.gatehouse.iptrust.testing.PageReader.comingFrom;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.mail.queue.MailKind;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.iptrust.IpTrustStack;
import dev.gatehouse.iptrust.testing.SuiteFixture;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** T09: every kind of mail of this service keeps to RFC 5322. */
@QuarkusTest
@IpTrustStack
class MailsIT {
    @Inject
    @All
    List<MailKind> kinds;

    @Test
    void t09TheHeaderBlockOfEveryKindKeepsToTheStandard() {
        // Given
        AccountState agent = SuiteFixture.agent("de", "Europe/Berlin");

        // When
        SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        comingFrom("203.0.113.94")
                .auth()
                .oauth2(Tokens.admin(agent.id()))
                .contentType("application/json")
                .post("/admin/api/v1/ip-trust/mail-proof")
                .then()
                .statusCode(202);

        // Then
        Set<String> registered =
                kinds.stream().flatMap(kind -> kind.kinds().stream()).collect(Collectors.toSet());
        Awaitility.await().until(() -> sent(agent).equals(registered));
        List<Mailbox.Received> mails = Awaitility.await()
                .until(
                        () -> StackEnds.mailbox().to(SuiteFixture.email(agent)),
                        found -> found.size() == registered.size());
        for (Mailbox.Received mail : mails) {
            assertEquals(List.of(), StackEnds.mailbox().source(mail).violations(), mail.subject());
        }
    }

    private static Set<String> sent(AccountState agent) {
        return SuiteFixture.database()
                .query("SELECT kind FROM mail WHERE state = 'SENT' AND account_id = ?", (Object)
                        SuiteFixture.bytes(agent.id()))
                .stream()
                .map(row -> String.valueOf(row.get("kind")))
                .collect(Collectors.toSet());
    }
}
