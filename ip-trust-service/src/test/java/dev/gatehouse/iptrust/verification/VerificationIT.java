package dev.gatehouse.iptrust.verification;

import static dev.gatehouse.iptrust.testing.Reader.comingFrom;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Tokens;
import dev.gatehouse.contracts.event.LoginChallenged;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.state.TrustedAddressState;
import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.iptrust.testing.Reader;
import dev.gatehouse.iptrust.testing.Surroundings;
import dev.gatehouse.iptrust.testing.World;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_ip_trust"))
@WithTestResource(Surroundings.class)
class VerificationIT {
    private static final String LIST = "/admin/api/v1/ip-trust/verifications";
    private static final String ELSEWHERE = "198.51.100.200";

    @BeforeEach
    void asAfterTheInstallation() {
        World.resetSettings();
    }

    @Test
    void trustsTheAddressOfTheWaitingSignInAndNeverThatOfTheReader() {
        // Given
        AccountState agent = World.agent();
        String ip = World.freshAddress();
        LoginChallenged challenged = World.challenge(agent, ip);

        // When
        Reader.open(Reader.awaitLink(agent), ELSEWHERE)
                .trust(World.NUMBER)
                .then()
                .statusCode(200);

        // Then
        World.awaitVerification(challenged, "APPROVED");
        String approved = World.awaitEvent(agent.id(), "address-verification.approved");
        assertTrue(approved.contains(challenged.reference().toString()) && approved.contains(ip), approved);
        assertTrue(World.awaitEvent(agent.id(), "address.trusted").contains(ip));
        assertTrue(newestTrust(agent, ip).contains(ip));
        assertEquals("nothing", newestTrust(agent, ELSEWHERE));
    }

    @Test
    void tellsOfTheRequestAndOfTheMail() {
        AccountState agent = World.agent();

        LoginChallenged challenged = World.challenge(agent, World.freshAddress());

        String reference = challenged.reference().toString();
        assertTrue(
                World.awaitEvent(agent.id(), "address-verification.requested").contains(reference));
        assertTrue(World.awaitEvent(agent.id(), "address-verification.mailed").contains(reference));
    }

    @Test
    void putsNoSecretOfTheLinkIntoDatabaseOrTopic() {
        AccountState agent = World.agent();
        World.challenge(agent, World.freshAddress());
        String token = Reader.awaitLink(agent).substring("/verify-ip/".length());
        World.awaitEvent(agent.id(), "address-verification.mailed");

        assertFalse(
                World.database().query("SELECT * FROM verification").toString().contains(token));
        assertFalse(World.database().query("SELECT * FROM mail").toString().contains(token));
        assertTrue(StackEnds.topics().all(Topic.SECURITY_EVENTS, agent.id().toString()).stream()
                .noneMatch(
                        record -> new String(record.value(), java.nio.charset.StandardCharsets.UTF_8).contains(token)));
    }

    @Test
    void mailsAnAccountThatBecomesKnownOnlyAfterItsSignIn() {
        AccountState late = World.unknownAgent("en", "UTC");
        World.awaitVerification(World.challenge(late, World.freshAddress()), "PENDING");

        World.tell(late);

        Reader.open(Reader.awaitLink(late), ELSEWHERE).page().then().statusCode(200);
    }

    @Test
    void letsExactlyOneOfAHundredAnswersThrough() throws Exception {
        // Given
        AccountState agent = World.agent();
        LoginChallenged challenged = World.challenge(agent, World.freshAddress());
        String path = Reader.awaitLink(agent);
        Reader reader = Reader.open(path, ELSEWHERE);

        // When
        List<Integer> answers = inParallel(100, () -> reader.trust(World.NUMBER).statusCode());

        // Then
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(99, answers.stream().filter(status -> status == 404).count(), answers.toString());
        World.awaitVerification(challenged, "APPROVED");
        World.awaitEvent(agent.id(), "address.trusted");
        assertEquals(
                1, World.events(agent.id(), "address-verification.approved").size());
        assertEquals(1, World.events(agent.id(), "address.trusted").size());
    }

    @Test
    void closesAfterThreeWrongNumbersEvenWhenTheyComeAtOnce() throws Exception {
        // Given
        AccountState agent = World.agent();
        LoginChallenged challenged = World.challenge(agent, World.freshAddress());
        Reader reader = Reader.open(Reader.awaitLink(agent), ELSEWHERE);

        // When
        List<Integer> answers = inParallel(20, () -> reader.trust("11").statusCode());

        // Then
        assertEquals(2, answers.stream().filter(status -> status == 422).count(), answers.toString());
        World.awaitVerification(challenged, "DENIED");
        assertTrue(World.awaitEvent(agent.id(), "address-verification.denied").contains("wrong_numbers"));
        reader.trust(World.NUMBER).then().statusCode(404);
        assertEquals(List.of(), World.events(agent.id(), "address.trusted"));
    }

    @Test
    void countsNothingThatIsNoNumber() {
        AccountState agent = World.agent();
        World.challenge(agent, World.freshAddress());
        Reader reader = Reader.open(Reader.awaitLink(agent), ELSEWHERE);

        for (String typed : List.of("", "4", "474", "४७", "4 7", "-7", "4e")) {
            reader.trust(typed).then().statusCode(422);
        }

        reader.trust(" 47 ").then().statusCode(200);
    }

    @Test
    void stopsTheSignInWhenItsOwnerSaysNo() {
        AccountState agent = World.agent();
        LoginChallenged challenged = World.challenge(agent, World.freshAddress());
        Reader reader = Reader.open(Reader.awaitLink(agent), ELSEWHERE);

        reader.deny().then().statusCode(200);

        World.awaitVerification(challenged, "DENIED");
        String denied = World.awaitEvent(agent.id(), "address-verification.denied");
        assertTrue(
                denied.contains("by_person")
                        && denied.contains(challenged.reference().toString()),
                denied);
        reader.trust(World.NUMBER).then().statusCode(404);
    }

    @Test
    void killsTheOlderLinkOfTheSamePlace() {
        // Given
        AccountState agent = World.agent();
        String ip = World.freshAddress();
        LoginChallenged older = World.challenge(agent, ip);
        String olderPath = Reader.awaitLink(agent);

        // When
        LoginChallenged newer = World.challenge(agent, ip);

        // Then
        World.awaitVerification(older, "REPLACED");
        World.awaitVerification(newer, "PENDING");
        Reader.open(olderPath, ELSEWHERE).page().then().statusCode(404);
        assertTrue(World.awaitEvent(agent.id(), "address-verification.expired").contains("replaced"));
    }

    @Test
    void recordsButDoesNotMailWhatIsOverBudget() {
        // Given
        AccountState agent = World.agent();
        for (int i = 0; i < 3; i++) {
            World.awaitVerification(World.challenge(agent, World.freshAddress()), "PENDING");
        }

        // When
        LoginChallenged fourth = World.challenge(agent, World.freshAddress());

        // Then
        World.awaitVerification(fourth, "WITHHELD");
        Awaitility.await().until(() -> StackEnds.mailbox().to(agent.email()).size() == 3);
        Awaitility.await()
                .untilAsserted(() -> assertTrue(World.events(agent.id(), "address-verification.requested").stream()
                        .anyMatch(event -> event.contains("too_many_open"))));
    }

    @Test
    void doesNotAskAboutAnAddressThatCouldNeverBeTrusted() {
        AccountState agent = World.agent();

        World.awaitVerification(World.challenge(agent, "10.1.2.3"), "WITHHELD");
    }

    @Test
    void tellsOfTrustAgainInsteadOfAskingAboutAnAddressThatIsTrustedAlready() {
        // Given
        AccountState agent = World.agent();
        String ip = World.freshAddress();
        World.challenge(agent, ip);
        Reader.open(Reader.awaitLink(agent), ip).trust(World.NUMBER).then().statusCode(200);
        Awaitility.await().untilAsserted(() -> assertTrue(newestTrust(agent, ip).contains(ip)));
        String told = newestTrust(agent, ip);

        // When
        LoginChallenged unaware = World.challenge(agent, ip);

        // Then
        Awaitility.await().untilAsserted(() -> {
            assertNotEquals(told, newestTrust(agent, ip));
            assertTrue(newestTrust(agent, ip).contains(ip));
        });
        assertEquals(List.of(), World.verificationStates(unaware));
        assertEquals(1, StackEnds.mailbox().to(agent.email()).size());
    }

    @Test
    void endsWhenItsTimeIsOver() {
        // Given
        AccountState agent = World.agent();
        LoginChallenged challenged = World.challenge(agent, World.freshAddress());
        Reader reader = Reader.open(Reader.awaitLink(agent), ELSEWHERE);

        // When
        World.database()
                .update(
                        "UPDATE verification SET expires_at = UTC_TIMESTAMP(3) WHERE reference = ?",
                        World.bytes(challenged.reference()));

        // Then
        reader.trust(World.NUMBER).then().statusCode(404);
        World.awaitVerification(challenged, "EXPIRED");
        World.awaitEvent(agent.id(), "address-verification.expired");
    }

    @Test
    void asksForTheAddressInsteadOfTheNumberWhenSetSo() {
        // Given
        World.database().update("UPDATE ip_trust_settings SET confirmation = 'SAME_ADDRESS'");
        AccountState agent = World.agent();
        String ip = World.freshAddress();
        LoginChallenged challenged = World.challenge(agent, ip);
        String path = Reader.awaitLink(agent);

        // When
        Reader.open(path, ELSEWHERE).trust(World.NUMBER).then().statusCode(422);
        Reader.open(path, ip).trust("").then().statusCode(200);

        // Then
        World.awaitVerification(challenged, "APPROVED");
    }

    @Test
    void forgetsEverythingOfAnErasedAccount() {
        // Given
        AccountState agent = World.agent();
        String ip = World.freshAddress();
        World.challenge(agent, ip);
        Reader.open(Reader.awaitLink(agent), ip).trust(World.NUMBER).then().statusCode(200);

        // When
        World.erase(agent);

        // Then
        Awaitility.await().untilAsserted(() -> assertEquals("gone", newestTrust(agent, ip)));
        for (String table : List.of("verification", "trusted_address", "address_use", "mail_proof")) {
            assertEquals(
                    0,
                    World.database()
                            .number(
                                    "SELECT COUNT(*) FROM " + table + " WHERE account_id = ?",
                                    World.bytes(agent.id())));
        }
        assertTrue(World.awaitEvent(agent.id(), "address.untrusted").contains("account_erased"));
    }

    @Test
    void listsVerificationsForAdministrators() {
        AccountState agent = World.agent();
        LoginChallenged challenged = World.challenge(agent, "203.0.113.7");
        World.awaitVerification(challenged, "PENDING");
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
        as(agent).get(own + "&state=odd").then().statusCode(422);
    }

    private static io.restassured.specification.RequestSpecification as(AccountState admin) {
        return comingFrom("203.0.113.94").auth().oauth2(Tokens.admin(admin.id()));
    }

    private static String newestTrust(AccountState agent, String ip) {
        return World.newest(Topic.TRUSTED_ADDRESSES, TrustedAddressState.key(agent.id(), ip));
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
