package dev.gatehouse.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.mail.queue.MailKind;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.AddressTrusted;
import dev.gatehouse.contracts.event.AdminRightGranted;
import dev.gatehouse.contracts.event.CredentialLocked;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.LoginCampaignDetected;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.event.PasswordChangeRequired;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.event.PasswordExpiring;
import dev.gatehouse.contracts.event.RefreshTokenReused;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.event.SessionEnded;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.topic.Topic;
import dev.gatehouse.notification.NotificationApi;
import dev.gatehouse.notification.NotificationStack;
import dev.gatehouse.notification.Published;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** T09: every kind of mail of this service keeps to RFC 5322. */
@QuarkusTest
@NotificationStack
class EveryMailIT {
    private static final String IP = "198.51.100.77";

    @Inject
    @All
    List<MailKind> kinds;

    @Test
    void t09TheHeaderBlockOfEveryKindKeepsToTheStandard() {
        // Given
        UUID admin = administrator();
        UUID agent = Published.newAgent();

        // When
        Published.happened(Published.login(admin, IP));
        Published.happened(Published.failedLogin(admin, IP));
        List.of(
                        new AddressTrusted(IP, Instant.now().plusSeconds(60)),
                        new AdminRightGranted("Vertretung für Zoë", null, List.of()),
                        new PasswordChanged(1),
                        new PasswordExpiring(Instant.now().plusSeconds(60), 1),
                        new CredentialLocked(Audience.AGENT, 100),
                        new SessionEnded(SessionEnd.DISPLACED),
                        new RefreshTokenReused(1),
                        denied(),
                        new PasswordChangeRequired(PasswordChangeReason.BY_ADMIN, 1, "Grüße", null, null, List.of()))
                .forEach(data -> happened(admin, data));
        happened(agent, denied());
        Published.happened(Published.event(new LoginCampaignDetected(Audience.AGENT, 30, 12, 600))
                .by(Actor.SYSTEM));

        // Then
        Set<String> registered =
                kinds.stream().flatMap(kind -> kind.kinds().stream()).collect(Collectors.toSet());
        Awaitility.await().until(() -> sent(admin), registered::equals);
        List<Mailbox.Received> mails = StackEnds.mailbox().to(admin + "@xn--bcher-kva.example");
        assertEquals(registered.size(), mails.size());
        for (Mailbox.Received mail : mails) {
            assertEquals(List.of(), StackEnds.mailbox().source(mail).violations(), mail.subject());
        }
    }

    private static void happened(UUID account, EventData data) {
        Published.happened(
                Published.event(data).about(account).by(Actor.agent(account)).from(IP, Published.FIREFOX));
    }

    private static EventData denied() {
        return new PasswordChangeRequired(PasswordChangeReason.LOGIN_DENIED, 1, null, IP, Published.FIREFOX, List.of());
    }

    private static Set<String> sent(UUID account) {
        return StackEnds.database(NotificationStack.SCHEMA)
                .query("SELECT kind FROM mail WHERE state = 'SENT' AND account_id = ?", (Object)
                        UuidBytes.bytes(account))
                .stream()
                .map(row -> String.valueOf(row.get("kind")))
                .collect(Collectors.toSet());
    }

    private static UUID administrator() {
        UUID id = Published.id();
        AccountState admin = new AccountState(
                id,
                AccountKind.AGENT,
                id + "@bücher.example",
                "Zoë \"O'Neil\", Dr. & Söhne",
                "de",
                "Europe/Berlin",
                true,
                AccountStatus.ACTIVE,
                1);
        Published.state(Topic.ACCOUNTS, admin);
        NotificationApi.awaitAccount(admin);
        return id;
    }
}
