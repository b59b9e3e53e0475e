package dev.gatehouse.notification.delivery;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.testkit.Mailbox.Received;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.Topics;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.notification.MailCable;
import dev.gatehouse.notification.NotificationApi;
import dev.gatehouse.notification.NotificationStack;
import dev.gatehouse.notification.Published;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NotificationStack
class DeliveryIT {
    static final String PATH = "/admin/api/v1/notifications/deliveries";
    static final Duration TIMEOUT = Duration.ofSeconds(20);
    static final UUID ADMIN = Published.id();

    @AfterEach
    void mendTheCable() {
        MailCable.restore();
    }

    @Test
    void mailsASignInOnceThoughItsEventIsDeliveredTwice() {
        // Given
        UUID agent = Published.newAgent();
        String ip = Published.ip();
        Published.hostname(ip, "host7.example.net");
        SecurityEvent<?> login = Published.login(agent, ip);

        // When
        Published.happened(login);
        Published.happened(login);
        Published.happened(Published.event(new PasswordChanged(0)).about(agent).by(Actor.agent(agent)));

        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertEquals(2, mailTo(agent).size()));
        Received mail = mailTo(agent).stream()
                .filter(received -> received.subject().startsWith("New sign-in"))
                .findFirst()
                .orElseThrow();
        assertEquals("New sign-in — Helpdesk", mail.subject());
        assertTrue(mail.text().contains("Address: " + ip), mail.text());
        assertTrue(mail.text().contains("Host name: host7.example.net"), mail.text());
        assertTrue(mail.text().contains("Browser and system: Firefox on Linux"), mail.text());
        assertTrue(mail.text().contains("Europe/Berlin"), mail.text());
    }

    /** T28's neighbour: a mail and the list must not say different numbers for good. */
    @Test
    void theLastMailAboutFailedLoginsTellsTheTotal() {
        // Given
        UUID agent = Published.newAgent();
        String ip = Published.ip();
        Published.happened(Published.failedLogin(agent, ip));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertEquals(1, mailTo(agent).size()));

        // When
        for (int attempt = 0; attempt < 6; attempt++) {
            Published.happened(Published.failedLogin(agent, ip));
        }
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertEquals(
                        "7 failed sign-ins",
                        NotificationApi.of(agent, 1).getFirst().get("title")));
        assertEquals(1, mailTo(agent).size());
        assertEquals(
                1,
                StackEnds.database(NotificationStack.SCHEMA)
                        .update("UPDATE mail SET due_at = NOW(3) WHERE due_at IS NOT NULL AND account_id = ?", (Object)
                                UuidBytes.bytes(agent)));

        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertEquals(2, mailTo(agent).size()));
        assertEquals("7 failed sign-ins — Helpdesk", mailTo(agent).getFirst().subject());
    }

    @Test
    void waitsForTheNameOfAnAddressOnlyBriefly() {
        // Given
        UUID agent = Published.newAgent();

        // When
        Published.happened(Published.login(agent, Published.ip()));

        // Then
        Received mail = StackEnds.mailbox().awaitTo(agent + "@example.net");
        assertTrue(mail.text().contains("no confirmed host name"), mail.text());
    }

    @Test
    void publishesThatAMailWasHandedOver() {
        // Given
        UUID agent = Published.newAgent();

        // When
        Published.happened(Published.login(agent, Published.ip()));

        // Then
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertEquals(List.of("login.succeeded", "notification.delivered"), events(agent)));
    }

    @Test
    void a35EscapesHostileNamesInMails() {
        // Given
        AccountState agent = Published.agent(Published.id());
        AccountState hostile = new AccountState(
                agent.id(),
                agent.kind(),
                Objects.requireNonNull(agent.email()),
                "<img src=x onerror=alert(1)>\r\nBcc: eve@example.net",
                "en",
                "Europe/Berlin",
                false,
                agent.status(),
                1);
        Published.state(Topic.ACCOUNTS, hostile);

        // When
        Published.happened(Published.login(agent.id(), Published.ip()).from("203.0.113.66", "<b>\r\nX: y"));

        // Then
        Received mail = StackEnds.mailbox().awaitTo(Objects.requireNonNull(agent.email()));
        Document html = Jsoup.parse(mail.html());
        assertTrue(html.select("img, script, b").isEmpty(), mail.html());
        assertFalse(mail.text().lines().anyMatch(line -> line.startsWith("Bcc:")), mail.text());
        assertTrue(html.select("a").isEmpty(), "there is no page to link to");
    }

    @Test
    void losesNothingWhileTheMailServerIsAway() {
        // Given
        UUID agent = Published.newAgent();
        Published.happened(Published.login(agent, Published.ip()));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertEquals(1, mailTo(agent).size()));
        MailCable.cut();

        // When
        Published.happened(Published.login(agent, Published.ip()));
        Published.happened(Published.login(agent, Published.ip()));

        // Then
        NotificationApi.of(agent, 3);
        await().atMost(TIMEOUT).untilAsserted(() -> deliveries(agent)
                .body("items[0].state", equalTo("pending"))
                .body("items[0].attempts", greaterThan(1))
                .body("items[0].lastError", notNullValue())
                .body("items[0].nextAttemptAt", notNullValue()));
        MailCable.restore();
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertEquals(3, mailTo(agent).size()));
        await().atMost(TIMEOUT).untilAsserted(() -> deliveries(agent)
                .body("items.state", equalTo(List.of("sent", "sent", "sent")))
                .body("items[0]", aMapWithSize(12))
                .body("items[0].recipient", equalTo(agent + "@example.net"))
                .body("items[0].channel", equalTo("email"))
                .body("items[0].kind", equalTo("login"))
                .body("items[0].sentAt", notNullValue())
                .body("items[0].lastError", nullValue())
                .body("items[0].nextAttemptAt", nullValue()));
    }

    @Test
    void givesUpAMailThatCanNeverBeAddressedAndTriesItAgainWhenToldTo() {
        // Given
        AccountState agent = Published.agent(Published.id());
        AccountState unreachable = withEmail(agent, "ada,eve@example.net", 1);
        Published.state(Topic.ACCOUNTS, unreachable);
        Published.happened(Published.login(agent.id(), Published.ip()));
        await().atMost(TIMEOUT).untilAsserted(() -> deliveries(agent.id()).body("items[0].state", equalTo("failed")));
        String id = deliveries(agent.id()).extract().jsonPath().getString("items[0].id");
        Published.state(Topic.ACCOUNTS, withEmail(agent, Objects.requireNonNull(agent.email()), 2));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertEquals(
                        1,
                        StackEnds.database(NotificationStack.SCHEMA)
                                .number(
                                        "SELECT COUNT(*) FROM account WHERE email = ?",
                                        Objects.requireNonNull(agent.email()))));

        // When
        NotificationApi.asAdmin(ADMIN).post(PATH + "/" + id + "/retry").then().statusCode(204);

        // Then
        assertTrue(StackEnds.mailbox()
                .awaitTo(Objects.requireNonNull(agent.email()))
                .subject()
                .startsWith("New sign-in"));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertEquals(
                        List.of(
                                "login.succeeded",
                                "notification.failed",
                                "notification.retried",
                                "notification.delivered"),
                        events(agent.id())));
        NotificationApi.asAdmin(ADMIN)
                .post(PATH + "/" + id + "/retry")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gatehouse:problem:conflict"));
    }

    @Test
    void answers404ForARetryOfNothing() {
        NotificationApi.asAdmin(ADMIN)
                .post(PATH + "/" + Published.id() + "/retry")
                .then()
                .statusCode(404);
    }

    @Test
    void isForAdministratorsOnly() {
        NotificationApi.as(ADMIN).get(PATH).then().statusCode(403);
        NotificationApi.as(ADMIN)
                .post(PATH + "/" + Published.id() + "/retry")
                .then()
                .statusCode(403);
    }

    @Test
    void filtersAndPages() {
        // Given
        UUID agent = Published.newAgent();
        Published.happened(Published.login(agent, Published.ip()));
        Published.happened(Published.failedLogin(agent, Published.ip()));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> deliveries(agent).body("items.state", equalTo(List.of("sent", "sent"))));

        // When
        ValidatableResponse failedLogins = NotificationApi.asAdmin(ADMIN)
                .queryParam("accountId", agent)
                .queryParam("kind", "login_failed")
                .queryParam("state", "sent")
                .get(PATH)
                .then();
        ValidatableResponse firstPage = NotificationApi.asAdmin(ADMIN)
                .queryParam("accountId", agent)
                .queryParam("limit", 1)
                .get(PATH)
                .then();

        // Then
        failedLogins.statusCode(200).body("items.kind", equalTo(List.of("login_failed")));
        firstPage.body("items", hasSize(1)).body("nextCursor", notNullValue());
        NotificationApi.asAdmin(ADMIN)
                .queryParam("state", "lost")
                .get(PATH)
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse deliveries(UUID agent) {
        return NotificationApi.asAdmin(ADMIN)
                .queryParam("accountId", agent)
                .get(PATH)
                .then()
                .statusCode(200);
    }

    private static List<Received> mailTo(UUID agent) {
        return StackEnds.mailbox().to(agent + "@example.net");
    }

    private static List<String> events(UUID agent) {
        return StackEnds.topics().all(Topic.SECURITY_EVENTS, agent.toString()).stream()
                .map(record -> String.valueOf(Topics.header(record, Headers.TYPE)))
                .toList();
    }

    private static AccountState withEmail(AccountState agent, String email, long version) {
        return new AccountState(
                agent.id(),
                agent.kind(),
                email,
                agent.displayName(),
                agent.locale(),
                agent.timeZone(),
                agent.admin(),
                agent.status(),
                version);
    }
}
