package dev.gatehouse.iptrust.verification;

import static dev.gatehouse.iptrust.testing.PageReader.comingFrom;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.state.TrustedAddressState;
import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.iptrust.IpTrustStack;
import dev.gatehouse.iptrust.testing.PageReader;
import dev.gatehouse.iptrust.testing.SuiteFixture;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IpTrustStack
class VerificationIT {
    private static final String LIST = "/admin/api/v1/ip-trust/verifications";
    private static final String MAIL_PROOF = "/admin/api/v1/ip-trust/mail-proof";
    private static final String ELSEWHERE = "198.51.100.200";

    @BeforeEach
    void asAfterTheInstallation() {
        SuiteFixture.resetSettings();
    }

    @Test
    void trustsTheAddressOfTheLoginAndNeverThatOfTheReader() {
        // Given
        AccountState agent = SuiteFixture.agent();
        String ip = SuiteFixture.freshAddress();
        LoginChallenged challenged = SuiteFixture.challenge(agent, ip);

        // When
        PageReader.open(PageReader.awaitLink(agent), ELSEWHERE)
                .trust(SuiteFixture.NUMBER)
                .then()
                .statusCode(200);

        // Then
        SuiteFixture.awaitVerification(challenged, "APPROVED");
        String approved = SuiteFixture.awaitEvent(agent.id(), "address-verification.approved");
        assertTrue(approved.contains(challenged.reference().toString()) && approved.contains(ip), approved);
        assertTrue(SuiteFixture.awaitEvent(agent.id(), "address.trusted").contains(ip));
        assertTrue(newestTrust(agent, ip).contains(ip));
        trustsOnlyNow(agent, ELSEWHERE);
    }

    @Test
    void publishesTheRequestAndTheMail() {
        AccountState agent = SuiteFixture.agent();

        LoginChallenged challenged = SuiteFixture.challenge(agent, SuiteFixture.freshAddress());

        String reference = challenged.reference().toString();
        assertTrue(SuiteFixture.awaitEvent(agent.id(), "address-verification.requested")
                .contains(reference));
        assertTrue(SuiteFixture.awaitEvent(agent.id(), "address-verification.mailed")
                .contains(reference));
    }

    @Test
    @DisplayName("B11: a challenge that is long over opens nothing")
    void opensNothingForAChallengeThatHasExpired() {
        // Given
        AccountState agent = SuiteFixture.agent();

        // When
        LoginChallenged old = SuiteFixture.challenge(
                agent, SuiteFixture.freshAddress(), SuiteFixture.FIREFOX, Duration.ofMinutes(-1));
        LoginChallenged open = SuiteFixture.challenge(agent, SuiteFixture.freshAddress());

        // Then
        SuiteFixture.awaitVerification(open, "PENDING");
        assertEquals(List.of(), SuiteFixture.verificationStates(old));
        assertEquals(
                1,
                SuiteFixture.events(agent.id(), "address-verification.requested")
                        .size());
    }

    @Test
    void putsNoSecretOfTheLinkIntoDatabaseOrTopic() {
        AccountState agent = SuiteFixture.agent();
        SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        String token = PageReader.awaitLink(agent).substring("/verify-ip/".length());
        SuiteFixture.awaitEvent(agent.id(), "address-verification.mailed");

        assertFalse(SuiteFixture.database()
                .query("SELECT * FROM verification")
                .toString()
                .contains(token));
        assertFalse(
                SuiteFixture.database().query("SELECT * FROM mail").toString().contains(token));
        assertTrue(StackEnds.topics().all(Topic.SECURITY_EVENTS, agent.id().toString()).stream()
                .noneMatch(
                        record -> new String(record.value(), java.nio.charset.StandardCharsets.UTF_8).contains(token)));
    }

    @Test
    void mailsAnAccountWhoseStateArrivesAfterItsLogin() {
        AccountState late = SuiteFixture.unknownAgent("en", "UTC");
        SuiteFixture.awaitVerification(SuiteFixture.challenge(late, SuiteFixture.freshAddress()), "PENDING");

        SuiteFixture.publish(late);

        PageReader.open(PageReader.awaitLink(late), ELSEWHERE).page().then().statusCode(200);
    }

    @Test
    void letsExactlyOneOfAHundredAnswersThrough() throws Exception {
        // Given
        AccountState agent = SuiteFixture.agent();
        LoginChallenged challenged = SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        String path = PageReader.awaitLink(agent);
        PageReader reader = PageReader.open(path, ELSEWHERE);

        // When
        List<Integer> answers =
                inParallel(100, () -> reader.trust(SuiteFixture.NUMBER).statusCode());

        // Then
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(99, answers.stream().filter(status -> status == 404).count(), answers.toString());
        SuiteFixture.awaitVerification(challenged, "APPROVED");
        SuiteFixture.awaitEvent(agent.id(), "address.trusted");
        awaitOneMoreRequest(agent);
        assertEquals(
                1,
                SuiteFixture.events(agent.id(), "address-verification.approved").size());
        assertEquals(1, SuiteFixture.events(agent.id(), "address.trusted").size());
    }

    @Test
    void closesAfterThreeWrongNumbersEvenWhenTheyComeAtOnce() throws Exception {
        // Given
        AccountState agent = SuiteFixture.agent();
        LoginChallenged challenged = SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        PageReader reader = PageReader.open(PageReader.awaitLink(agent), ELSEWHERE);

        // When
        List<Integer> answers = inParallel(20, () -> reader.trust("11").statusCode());

        // Then
        assertEquals(2, answers.stream().filter(status -> status == 422).count(), answers.toString());
        SuiteFixture.awaitVerification(challenged, "DENIED");
        assertTrue(SuiteFixture.awaitEvent(agent.id(), "address-verification.denied")
                .contains("wrong_numbers"));
        reader.trust(SuiteFixture.NUMBER).then().statusCode(404);
        awaitOneMoreRequest(agent);
        assertEquals(List.of(), SuiteFixture.events(agent.id(), "address.trusted"));
    }

    @Test
    void countsNothingThatIsNoNumber() {
        AccountState agent = SuiteFixture.agent();
        SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        PageReader reader = PageReader.open(PageReader.awaitLink(agent), ELSEWHERE);

        for (String typed : List.of("", "4", "474", "४७", "4 7", "-7", "4e")) {
            reader.trust(typed).then().statusCode(422);
        }

        reader.trust(" 47 ").then().statusCode(200);
    }

    @Test
    void deniesTheLoginWhenItsOwnerSaysNo() {
        AccountState agent = SuiteFixture.agent();
        LoginChallenged challenged = SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        PageReader reader = PageReader.open(PageReader.awaitLink(agent), ELSEWHERE);

        reader.deny().then().statusCode(200);

        SuiteFixture.awaitVerification(challenged, "DENIED");
        String denied = SuiteFixture.awaitEvent(agent.id(), "address-verification.denied");
        assertTrue(
                denied.contains("by_person")
                        && denied.contains(challenged.reference().toString()),
                denied);
        reader.trust(SuiteFixture.NUMBER).then().statusCode(404);
    }

    /** T02: who presses again while the mail is slow keeps the link that was mailed. */
    @Test
    void t02ASecondLoginFromTheSamePlaceJoinsTheOpenLink() {
        // Given
        AccountState agent = SuiteFixture.agent();
        String ip = SuiteFixture.freshAddress();
        LoginChallenged first = SuiteFixture.challenge(agent, ip);
        String path = PageReader.awaitLink(agent);

        // When
        LoginChallenged second = SuiteFixture.joining(first, agent, ip);

        // Then
        Awaitility.await().until(() -> SuiteFixture.events(agent.id(), "address-verification.requested").stream()
                .anyMatch(event -> event.contains(second.reference().toString())));
        assertEquals(List.of(), SuiteFixture.verificationStates(second));
        assertEquals(1, StackEnds.mailbox().to(SuiteFixture.email(agent)).size());
        PageReader.open(path, ELSEWHERE).trust(SuiteFixture.NUMBER).then().statusCode(200);
        SuiteFixture.awaitVerification(first, "APPROVED");
    }

    /** T02: what is over the budget takes no link away that was mailed. */
    @Test
    void t02AWithheldMailLeavesTheMailedLinksOpen() {
        // Given
        AccountState agent = SuiteFixture.agent();
        LoginChallenged first = SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        String path = PageReader.awaitLink(agent);
        String ip = SuiteFixture.freshAddress();
        SuiteFixture.awaitVerification(SuiteFixture.challenge(agent, ip), "PENDING");
        SuiteFixture.awaitVerification(SuiteFixture.challenge(agent, ip), "PENDING");

        // When
        LoginChallenged withheld = SuiteFixture.challenge(agent, ip);

        // Then
        SuiteFixture.awaitVerification(withheld, "WITHHELD");
        String said = Awaitility.await()
                .until(
                        () -> SuiteFixture.events(agent.id(), "address-verification.requested"),
                        events -> events.stream().anyMatch(event -> event.contains("too_many_open")))
                .getLast();
        assertTrue(said.contains("resendAt"), said);
        as(agent)
                .get(LIST + "?state=withheld&accountId=" + agent.id())
                .then()
                .body("items.reason", contains("too_many_open"))
                .body("items[0].resendAt", notNullValue());
        assertEquals(List.of("PENDING"), SuiteFixture.verificationStates(first));
        PageReader.open(path, ELSEWHERE).page().then().statusCode(200);
    }

    /** L11: the budget of a source counts its whole network. */
    @Test
    void l11CountsTheMailsOfAnIpv6Network() {
        // Given
        AccountState agent = SuiteFixture.agent();

        // When
        LoginChallenged challenged = SuiteFixture.challenge(agent, "2001:db8:77:1::1");

        // Then
        SuiteFixture.awaitVerification(challenged, "PENDING");
        assertEquals(
                1,
                SuiteFixture.database()
                        .number(
                                "SELECT COUNT(*) FROM verification WHERE account_id = ? AND network = '2001:db8:77:1::/64'",
                                (Object) SuiteFixture.bytes(agent.id())));
        fillBudget(challenged, 199);
        AccountState other = SuiteFixture.agent();
        SuiteFixture.awaitVerification(SuiteFixture.challenge(other, "2001:db8:77:1::abcd"), "WITHHELD");
        assertTrue(SuiteFixture.awaitEvent(other.id(), "address-verification.requested")
                .contains("too_many_mails_from_network"));
    }

    /* Mails of other accounts from the network of this challenge. */
    private static void fillBudget(LoginChallenged challenged, int mails) {
        for (int i = 0; i < mails; i++) {
            SuiteFixture.database()
                    .update(
                            "INSERT INTO verification SELECT UNHEX(REPLACE(UUID(), '-', '')), UNHEX(REPLACE(UUID(), '-', '')),"
                                    + " UNHEX(REPLACE(UUID(), '-', '')), ip,"
                                    + " network, user_agent, password_change, match_number_proof, SHA2(UUID(), 256),"
                                    + " requested_at, expires_at, state, reason, resend_at, wrong_numbers, mailed_at, closed_at"
                                    + " FROM verification WHERE reference = ?",
                            (Object) SuiteFixture.bytes(challenged.reference()));
        }
    }

    @Test
    void recordsButDoesNotMailWhatIsOverBudget() {
        // Given
        AccountState agent = SuiteFixture.agent();
        for (int i = 0; i < 3; i++) {
            SuiteFixture.awaitVerification(SuiteFixture.challenge(agent, SuiteFixture.freshAddress()), "PENDING");
        }

        // When
        LoginChallenged fourth = SuiteFixture.challenge(agent, SuiteFixture.freshAddress());

        // Then
        SuiteFixture.awaitVerification(fourth, "WITHHELD");
        Awaitility.await()
                .untilAsserted(
                        () -> assertTrue(SuiteFixture.events(agent.id(), "address-verification.requested").stream()
                                .anyMatch(event -> event.contains("too_many_open"))));
        as(agent).contentType("application/json").post(MAIL_PROOF).then().statusCode(202);
        Awaitility.await().until(() -> StackEnds.mailbox().to(SuiteFixture.email(agent)).stream()
                .anyMatch(mail -> mail.subject().startsWith("Your code")));
        assertEquals(
                3,
                StackEnds.mailbox().to(SuiteFixture.email(agent)).stream()
                        .filter(mail -> mail.subject().startsWith("Sign-in"))
                        .count());
    }

    @Test
    void doesNotAskAboutAnAddressThatCouldNeverBeTrusted() {
        AccountState agent = SuiteFixture.agent();

        SuiteFixture.awaitVerification(SuiteFixture.challenge(agent, "10.1.2.3"), "WITHHELD");
    }

    @Test
    void publishesTheTrustAgainInsteadOfVerifyingAnAddressThatIsTrustedAlready() {
        // Given
        AccountState agent = SuiteFixture.agent();
        String ip = SuiteFixture.freshAddress();
        SuiteFixture.challenge(agent, ip);
        PageReader.open(PageReader.awaitLink(agent), ip)
                .trust(SuiteFixture.NUMBER)
                .then()
                .statusCode(200);
        Awaitility.await().untilAsserted(() -> assertTrue(newestTrust(agent, ip).contains(ip)));
        String published = newestTrust(agent, ip);

        // When
        LoginChallenged unaware = SuiteFixture.challenge(agent, ip);

        // Then
        Awaitility.await().untilAsserted(() -> {
            assertNotEquals(published, newestTrust(agent, ip));
            assertTrue(newestTrust(agent, ip).contains(ip));
        });
        assertEquals(List.of(), SuiteFixture.verificationStates(unaware));
        assertEquals(1, StackEnds.mailbox().to(SuiteFixture.email(agent)).size());
    }

    @Test
    void endsWhenItsTimeIsOver() {
        // Given
        AccountState agent = SuiteFixture.agent();
        LoginChallenged challenged = SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        PageReader reader = PageReader.open(PageReader.awaitLink(agent), ELSEWHERE);

        // When
        SuiteFixture.database()
                .update(
                        "UPDATE verification SET expires_at = UTC_TIMESTAMP(3) WHERE reference = ?",
                        SuiteFixture.bytes(challenged.reference()));

        // Then
        reader.trust(SuiteFixture.NUMBER).then().statusCode(404);
        SuiteFixture.awaitVerification(challenged, "EXPIRED");
        SuiteFixture.awaitEvent(agent.id(), "address-verification.expired");
    }

    @Test
    void asksForTheAddressInsteadOfTheNumberWhenSetSo() {
        // Given
        SuiteFixture.database().update("UPDATE ip_trust_settings SET confirmation = 'SAME_ADDRESS'");
        AccountState agent = SuiteFixture.agent();
        String ip = SuiteFixture.freshAddress();
        LoginChallenged challenged = SuiteFixture.challenge(agent, ip);
        String path = PageReader.awaitLink(agent);

        // When
        PageReader.open(path, ELSEWHERE).trust(SuiteFixture.NUMBER).then().statusCode(422);
        PageReader.open(path, ip).trust("").then().statusCode(200);

        // Then
        SuiteFixture.awaitVerification(challenged, "APPROVED");
    }

    @Test
    void forgetsEverythingOfAnErasedAccount() {
        // Given
        AccountState agent = SuiteFixture.agent();
        String ip = SuiteFixture.freshAddress();
        SuiteFixture.challenge(agent, ip);
        PageReader.open(PageReader.awaitLink(agent), ip)
                .trust(SuiteFixture.NUMBER)
                .then()
                .statusCode(200);

        // When
        SuiteFixture.erase(agent);

        // Then
        Awaitility.await().untilAsserted(() -> assertTrue(newestTrust(agent, ip).contains("\"ended\":true")));
        for (String table : List.of("verification", "trusted_address", "address_use", "mail_proof")) {
            assertEquals(
                    0,
                    SuiteFixture.database()
                            .number(
                                    "SELECT COUNT(*) FROM " + table + " WHERE account_id = ?",
                                    SuiteFixture.bytes(agent.id())));
        }
        assertTrue(SuiteFixture.awaitEvent(agent.id(), "address.untrusted").contains("account_erased"));
    }

    @Test
    void listsVerificationsForAdministrators() {
        AccountState agent = SuiteFixture.agent();
        LoginChallenged challenged = SuiteFixture.challenge(agent, "203.0.113.7");
        SuiteFixture.awaitVerification(challenged, "PENDING");
        String own = LIST + "?accountId=" + agent.id();

        Awaitility.await().untilAsserted(() -> as(agent)
                .get(own)
                .then()
                .statusCode(200)
                .body("items.reference", contains(challenged.reference().toString()))
                .body("items.state", contains("pending"))
                .body("items[0].hostname", equalTo("host-7.example.net"))
                .body("items[0].mailedAt", notNullValue()));
        as(agent)
                .get(LIST + "?state=pending&limit=200")
                .then()
                .body("items.accountId", hasItem(agent.id().toString()));
        as(agent).get(own + "&state=approved").then().body("items", empty());
        as(agent).get(LIST + "?accountId=odd").then().statusCode(400);
        as(agent).get(own + "&state=odd").then().statusCode(400);
    }

    private static io.restassured.specification.RequestSpecification as(AccountState admin) {
        return comingFrom("203.0.113.94").auth().oauth2(Tokens.admin(admin.id()));
    }

    /* Trusts the address now: its state must be the first one under its key. */
    private static void trustsOnlyNow(AccountState agent, String ip) {
        String key = TrustedAddressState.key(agent.id(), ip);
        LoginChallenged challenged = SuiteFixture.challenge(agent, ip);
        SuiteFixture.awaitVerification(challenged, "PENDING");
        String path = Awaitility.await()
                .until(
                        () -> PageReader.awaitLink(agent),
                        link -> PageReader.open(link, ip).page().statusCode() == 200);
        PageReader.open(path, ip).trust(SuiteFixture.NUMBER).then().statusCode(200);
        Awaitility.await().untilAsserted(() -> assertTrue(newestTrust(agent, ip).contains(ip)));
        assertEquals(1, StackEnds.topics().all(Topic.TRUSTED_ADDRESSES, key).size());
    }

    /* A later event under the same key: everything before it has been published. */
    private static void awaitOneMoreRequest(AccountState agent) {
        int before = SuiteFixture.events(agent.id(), "address-verification.requested")
                .size();
        SuiteFixture.challenge(agent, SuiteFixture.freshAddress());
        Awaitility.await()
                .until(() -> SuiteFixture.events(agent.id(), "address-verification.requested")
                                .size()
                        > before);
    }

    private static String newestTrust(AccountState agent, String ip) {
        return SuiteFixture.newest(Topic.TRUSTED_ADDRESSES, TrustedAddressState.key(agent.id(), ip));
    }

    private static List<Integer> inParallel(int times, Callable<Integer> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
