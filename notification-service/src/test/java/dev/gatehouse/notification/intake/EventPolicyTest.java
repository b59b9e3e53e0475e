package dev.gatehouse.notification.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.AddressTrusted;
import dev.gatehouse.contracts.event.AdminRightGranted;
import dev.gatehouse.contracts.event.CredentialLocked;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.LoginCampaignDetected;
import dev.gatehouse.contracts.event.LoginFailed;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.event.NotificationDelivered;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.event.PasswordChangeRequired;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.event.PasswordExpiring;
import dev.gatehouse.contracts.event.RefreshTokenReused;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.event.SessionEnded;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.notification.notification.NotificationDraft;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventPolicyTest {
    /** Types that notify nobody. A new type of event goes here or into {@link EventPolicy#KINDS}. */
    private static final Set<EventType> SILENT = Set.of(
            EventType.LOGIN_CHALLENGED,
            EventType.ACCOUNT_CREATED,
            EventType.INVITATION_MAILED,
            EventType.PASSWORD_RESET_REQUESTED,
            EventType.PASSWORD_CHANGE_WAIVED,
            EventType.ACCOUNT_CHANGED,
            EventType.ACCOUNT_DISABLED,
            EventType.ACCOUNT_ENABLED,
            EventType.ACCOUNT_ERASED,
            EventType.ADMIN_RIGHT_WITHDRAWN,
            EventType.STEP_UP_SUCCEEDED,
            EventType.STEP_UP_FAILED,
            EventType.SETTINGS_CHANGED,
            EventType.ADDRESS_VERIFICATION_REQUESTED,
            EventType.ADDRESS_VERIFICATION_MAILED,
            EventType.ADDRESS_VERIFICATION_APPROVED,
            EventType.ADDRESS_VERIFICATION_DENIED,
            EventType.ADDRESS_VERIFICATION_EXPIRED,
            EventType.ADDRESS_UNTRUSTED,
            EventType.NETWORK_ADDED,
            EventType.NETWORK_REMOVED,
            EventType.ACCESS_REFUSED,
            EventType.ACCESS_TOKEN_REFUSED,
            EventType.CLIENT_ADDRESS_FORGED,
            EventType.NOTIFICATION_DELIVERED,
            EventType.NOTIFICATION_FAILED,
            EventType.NOTIFICATION_RETRIED,
            EventType.AUDIT_SEARCHED,
            EventType.INCIDENT_SUPPRESSED,
            EventType.BREACH_CHECK_FAILED,
            EventType.LOGIN_THROTTLED,
            EventType.LOGIN_CAMPAIGN_ENDED,
            EventType.LOGIN_LIMIT_LIFTED,
            EventType.ACCOUNT_UNLOCKED);

    @Test
    void hasDecidedAboutEveryType() {
        Set<EventType> undecided = EnumSet.complementOf(EnumSet.copyOf(SILENT));
        undecided.removeAll(EventPolicy.KINDS.keySet());
        Set<EventType> decidedTwice = EnumSet.copyOf(SILENT);
        decidedTwice.retainAll(EventPolicy.KINDS.keySet());

        assertEquals(
                Set.of(),
                undecided,
                "Undecided types of event: add each to EventPolicy.KINDS when it notifies somebody, else to SILENT in"
                        + " this test");
        assertEquals(
                Set.of(),
                decidedTwice,
                "These types of event are in EventPolicy.KINDS and in SILENT of this test: take each out of one");
    }

    static final UUID ACCOUNT = UUID.fromString("0199f0c2-7b1e-7c3a-9d53-2f0c5be1a111");
    static final UUID ADMIN = UUID.fromString("0199f0c2-7b1e-7c3a-9d53-2f0c5be1a222");
    static final Instant TIME = Instant.parse("2026-11-22T09:31:05.123Z");
    static final String IP = "203.0.113.7";
    static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    @ParameterizedTest
    @MethodSource
    void notifiesOfWhatConcernsAnAccount(EventData data, String kind) {
        // When
        Optional<NotificationDraft> draft = EventPolicy.draft(byOwner(data));

        // Then
        assertEquals(Optional.of(kind), draft.map(found -> found.kind().toString()));
    }

    static Stream<Arguments> notifiesOfWhatConcernsAnAccount() {
        return Stream.of(
                Arguments.of(new LoginSucceeded(Audience.AGENT, List.of("pwd")), "login"),
                Arguments.of(new LoginFailed(Audience.AGENT, null), "login_failed"),
                Arguments.of(new AddressTrusted(IP, TIME), "new_address"),
                Arguments.of(new AdminRightGranted("rota", null, List.of()), "admin_granted"),
                Arguments.of(new PasswordChanged(1), "password_changed"),
                Arguments.of(
                        new PasswordChangeRequired(PasswordChangeReason.LOGIN_DENIED, 1, null, IP, FIREFOX, List.of()),
                        "login_denied"),
                Arguments.of(
                        new PasswordChangeRequired(PasswordChangeReason.BY_ADMIN, 1, "why", null, null, List.of()),
                        "password_change_required"),
                Arguments.of(new PasswordExpiring(TIME, 7), "password_expiring"),
                Arguments.of(new CredentialLocked(Audience.AGENT, 100), "credential_locked"),
                Arguments.of(new SessionEnded(SessionEnd.DISPLACED), "session_displaced"),
                Arguments.of(new RefreshTokenReused(1), "session_theft"));
    }

    @Test
    void alertsAdministratorsToALoginCampaignOnly() {
        // Given
        LoginCampaignDetected campaign = new LoginCampaignDetected(Audience.AGENT, 30, 12, 600);

        SecurityEvent<?> failed =
                event(new LoginFailed(Audience.AGENT, "digest")).by(Actor.ANONYMOUS);

        // When
        NotificationDraft alert = EventPolicy.alert(event(campaign).by(Actor.SYSTEM), ADMIN);

        // Then
        assertEquals("login_campaign_alert", alert.kind().toString());
        assertEquals(ADMIN, alert.accountId());
        assertTrue(EventPolicy.concernsAdministrators(event(campaign).by(Actor.SYSTEM)));
        assertFalse(EventPolicy.concernsAdministrators(failed));
    }

    @ParameterizedTest
    @MethodSource
    void ignoresTheRest(SecurityEvent<?> event) {
        // When
        Optional<NotificationDraft> draft = EventPolicy.draft(event);

        // Then
        assertTrue(draft.isEmpty());
    }

    static Stream<SecurityEvent<?>> ignoresTheRest() {
        return Stream.of(
                event(new LoginFailed(Audience.AGENT, "digest"))
                        .by(Actor.ANONYMOUS)
                        .from(IP, FIREFOX),
                byOwner(new SessionEnded(SessionEnd.SIGNED_OUT)),
                byOwner(new SessionEnded(SessionEnd.IDLE)),
                byOwner(new NotificationDelivered(ACCOUNT, "login", "email")));
    }

    @Test
    void takesOverWhereFromAndWithWhat() {
        // When
        NotificationDraft draft = drafted(byOwner(new LoginSucceeded(Audience.AGENT, List.of("pwd"))));

        // Then
        assertEquals(IP, draft.ip());
        assertEquals(FIREFOX, draft.userAgent());
        assertEquals(TIME, draft.occurredAt());
    }

    @ParameterizedTest
    @MethodSource
    void doesNotExposeWhereAnAdministratorSits(EventData data) {
        // Given
        SecurityEvent<?> event =
                event(data).about(ACCOUNT).by(Actor.agent(ADMIN)).from("198.51.100.9", FIREFOX);

        // When
        NotificationDraft draft = drafted(event);

        // Then
        assertNull(draft.ip());
        assertNull(draft.userAgent());
    }

    static Stream<EventData> doesNotExposeWhereAnAdministratorSits() {
        return Stream.of(new AdminRightGranted("rota", TIME, List.of()), new PasswordChanged(0));
    }

    /** T01: the address of the denied login, and never that of the owner who denied it. */
    @Test
    void t01ShowsTheDeniedLoginAndNotWhoDeniedIt() {
        // Given
        SecurityEvent<?> event = byOwner(new PasswordChangeRequired(
                PasswordChangeReason.LOGIN_DENIED, 1, null, "198.51.100.77", "curl/8", List.of()));

        // When
        NotificationDraft draft = drafted(event);

        // Then
        assertEquals("198.51.100.77", draft.ip());
        assertEquals("curl/8", draft.userAgent());
    }

    @Test
    void saysThatSomebodyElseChangedThePassword() {
        // Given
        SecurityEvent<?> event = event(new PasswordChanged(0)).about(ACCOUNT).by(Actor.agent(ADMIN));

        // When
        NotificationDraft draft = drafted(event);

        // Then
        assertEquals(Map.of("byAnother", "true"), draft.details());
    }

    @Test
    void showsTheAddressThatIsTrustedAndNotTheOneThatConfirmedIt() {
        // Given
        SecurityEvent<?> event = byOwner(new AddressTrusted("198.51.100.9", TIME));

        // When
        NotificationDraft draft = drafted(event);

        // Then
        assertEquals("198.51.100.9", draft.ip());
        assertEquals(Map.of("network", "198.51.100.9", "until", TIME.toString()), draft.details());
    }

    private static NotificationDraft drafted(SecurityEvent<?> event) {
        return EventPolicy.draft(event).orElseThrow();
    }

    private static SecurityEvent<?> byOwner(EventData data) {
        return event(data).about(ACCOUNT).by(Actor.agent(ACCOUNT)).from(IP, FIREFOX);
    }

    private static SecurityEvent<?> event(EventData data) {
        return SecurityEvent.of(UUID.fromString("0199f0c2-7b1e-7c3a-9d53-2f0c5be1a333"), TIME, "auth-service", data);
    }
}
