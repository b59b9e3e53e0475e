package dev.gatehouse.auth.login.challenge;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.auth.Browser;
import dev.gatehouse.auth.IpTrust;
import dev.gatehouse.auth.People;
import dev.gatehouse.auth.People.Person;
import dev.gatehouse.auth.PublishedEvents;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Messages;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.AddressVerificationDenied;
import dev.gatehouse.contracts.event.AddressVerificationMailed;
import dev.gatehouse.contracts.event.AddressVerificationRequested;
import dev.gatehouse.contracts.event.DenialReason;
import dev.gatehouse.contracts.event.EventType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** T02 and T03: pressing again destroys nothing, and a limit never ends in silence. */
@QuarkusTest
@AuthStack
class ChallengeMailIT {
    private static final String PLACE = "2001:db8:5:6::1";

    @Inject
    People people;

    @Inject
    IpTrust ipTrust;

    @Inject
    Events events;

    @Inject
    Messages messages;

    private Person agent;
    private Browser browser;

    @BeforeEach
    void ipTrustIsOn() {
        ipTrust.on();
        agent = people.agent();
        browser = Browser.of(agent).from(PLACE);
    }

    @AfterEach
    void off() {
        ipTrust.off();
    }

    @Test
    void t02ASecondLoginFromTheSamePlaceJoinsTheFirst() {
        // Given
        Response first = browser.login(agent);
        UUID reference = reference(0);

        // When
        Browser again = browser.from("2001:db8:5:6::99").as("curl/8");
        Response second = again.login(agent);
        Response elsewhere = browser.from("2001:db8:5:7::1").login(agent);

        // Then
        assertEquals(number(first), number(second));
        assertEquals(first.<String>path("challenge.expiresAt"), second.path("challenge.expiresAt"));
        assertNotEquals(first.<String>path("challenge.id"), second.path("challenge.id"));
        elsewhere.then().statusCode(202);
        assertEquals(reference.toString(), challenged(1).at("/data/joins").asText());
        assertFalse(challenged(2).at("/data").has("joins"));

        // When
        ipTrust.happened(agent, new AddressVerificationDenied(reference, DenialReason.WRONG_NUMBERS));

        // Then
        awaitState(browser, first.path("challenge.id"), "denied");
        awaitState(again, second.path("challenge.id"), "denied");
        awaitState(browser.from("2001:db8:5:7::1"), elsewhere.path("challenge.id"), "pending");
    }

    @Test
    void t02TheWaitingClientHearsThatItsMailIsWithheldAndUntilWhen() {
        // Given
        Response login = browser.login(agent);
        login.then().statusCode(202).body("challenge.mail.state", equalTo("queued"));
        String id = login.path("challenge.id");
        Instant resendAt =
                Instant.ofEpochMilli(Instant.now().plus(Duration.ofMinutes(40)).toEpochMilli());
        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> browser.challenge(id, 25));

        // When
        withheld(reference(0), resendAt);

        // Then
        waiting.join()
                .then()
                .statusCode(200)
                .body("state", equalTo("pending"))
                .body("mail.state", equalTo("withheld"))
                .body("mail.reason", equalTo("too_many_mails"))
                .time(lessThan(15_000L));
        assertEquals(resendAt, Instant.parse(browser.challenge(id, 0).path("mail.resendAt")));
        browser.login(agent).then().statusCode(202);
        assertFalse(challenged(1).at("/data").has("joins"), "nobody joins a login whose mail does not come");
    }

    @Test
    void t03TheWaitingClientHearsWhatBecameOfItsMail() {
        // Given
        String id = browser.login(agent).path("challenge.id");
        AddressVerificationMailed mailed = new AddressVerificationMailed(reference(0));

        // When
        ipTrust.happened(agent, mailed);

        // Then
        Awaitility.await().until(() -> mailState(id).equals("sent"));
        browser.challenge(id, 0).then().body("mail.resendAt", nullValue()).body("mail.reason", nullValue());

        // When
        ipTrust.publish(messages.event(
                events.event(mailed, Origin.SYSTEM).about(agent.id()).failed("too_late")));

        // Then
        Awaitility.await().until(() -> mailState(id).equals("failed"));
    }

    private String mailState(String id) {
        return browser.challenge(id, 0).path("mail.state");
    }

    private void withheld(UUID reference, Instant resendAt) {
        ipTrust.publish(messages.event(
                events.event(new AddressVerificationRequested(reference, resendAt, resendAt), Origin.SYSTEM)
                        .about(agent.id())
                        .failed("too_many_mails")));
    }

    private static void awaitState(Browser client, String id, String state) {
        Awaitility.await()
                .until(() -> client.challenge(id, 0).<String>path("state").equals(state));
    }

    private static int number(Response login) {
        return login.then().statusCode(202).extract().path("challenge.matchNumber");
    }

    private UUID reference(int index) {
        return UUID.fromString(challenged(index).at("/data/reference").asText());
    }

    private JsonNode challenged(int index) {
        return Awaitility.await()
                .until(
                        () -> PublishedEvents.events(EventType.LOGIN_CHALLENGED, agent.id()),
                        found -> found.size() > index)
                .get(index);
    }
}
