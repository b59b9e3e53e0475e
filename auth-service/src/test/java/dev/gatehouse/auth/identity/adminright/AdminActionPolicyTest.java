package dev.gatehouse.auth.identity.adminright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.contracts.event.AccountChanged;
import dev.gatehouse.contracts.event.AccountErased;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.SettingsChanged;
import dev.gatehouse.contracts.identity.AccountKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdminActionPolicyTest {
    private static final UUID ADMIN = new UUID(0, 1);
    private static final UUID ANOTHER = new UUID(0, 2);
    private static final AccountChanged CHANGED = new AccountChanged(List.of());

    private static final Set<EventType> NEED_NO_RIGHT = Set.of(
            EventType.LOGIN_SUCCEEDED,
            EventType.LOGIN_FAILED,
            EventType.LOGIN_CHALLENGED,
            EventType.LOGIN_THROTTLED,
            EventType.LOGIN_CAMPAIGN_DETECTED,
            EventType.LOGIN_CAMPAIGN_ENDED,
            EventType.CREDENTIAL_LOCKED,
            EventType.REFRESH_TOKEN_REUSED,
            EventType.INVITATION_MAILED,
            EventType.PASSWORD_CHANGED,
            EventType.STEP_UP_SUCCEEDED,
            EventType.STEP_UP_FAILED,
            EventType.ADDRESS_VERIFICATION_REQUESTED,
            EventType.ADDRESS_VERIFICATION_MAILED,
            EventType.ADDRESS_VERIFICATION_APPROVED,
            EventType.ADDRESS_VERIFICATION_DENIED,
            EventType.ADDRESS_VERIFICATION_EXPIRED,
            EventType.ADDRESS_TRUSTED,
            EventType.ACCESS_REFUSED,
            EventType.ACCESS_TOKEN_REFUSED,
            EventType.CLIENT_ADDRESS_FORGED,
            EventType.NOTIFICATION_DELIVERED,
            EventType.NOTIFICATION_FAILED,
            EventType.INCIDENT_SUPPRESSED,
            EventType.PASSWORD_EXPIRING,
            EventType.BREACH_CHECK_FAILED);

    /** Something appears, ends, is sent again or is looked at. */
    private static final Set<EventType> CHANGE_NOTHING = Set.of(
            EventType.ACCOUNT_CREATED,
            EventType.ACCOUNT_UNLOCKED,
            EventType.LOGIN_LIMIT_LIFTED,
            EventType.SESSION_ENDED,
            EventType.ADDRESS_UNTRUSTED,
            EventType.NETWORK_ADDED,
            EventType.NETWORK_REMOVED,
            EventType.NOTIFICATION_RETRIED,
            EventType.AUDIT_SEARCHED);

    @Test
    void anAgentWhoChangesAnotherAccountNeedsTheRight() {
        assertTrue(AdminActionPolicy.needsAdminRight(
                event(CHANGED).by(Actor.agent(ADMIN)).about(ANOTHER)));
        assertTrue(AdminActionPolicy.needsAdminRight(event(new AccountErased(AccountKind.USER, List.of()))
                .by(Actor.agent(ADMIN))
                .about(ANOTHER)));
    }

    @Test
    void anAgentWhoChangesSettingsNeedsTheRight() {
        assertTrue(AdminActionPolicy.needsAdminRight(
                event(new SettingsChanged("ip-trust", List.of())).by(Actor.agent(ADMIN))));
    }

    @Test
    void aChangeOfOnesOwnAccountNeedsNoRight() {
        assertFalse(AdminActionPolicy.needsAdminRight(
                event(CHANGED).by(Actor.agent(ADMIN)).about(ADMIN)));
        assertFalse(AdminActionPolicy.needsAdminRight(
                event(new PasswordChanged(1)).by(Actor.agent(ADMIN)).about(ADMIN)));
    }

    @Test
    void usersAndServicesHaveNoSuchRight() {
        assertFalse(AdminActionPolicy.needsAdminRight(
                event(CHANGED).by(Actor.user(ADMIN)).about(ANOTHER)));
        assertFalse(AdminActionPolicy.needsAdminRight(event(CHANGED).about(ANOTHER)));
    }

    @Test
    void aRefusedAttemptIsNoUse() {
        assertFalse(AdminActionPolicy.needsAdminRight(
                event(CHANGED).by(Actor.agent(ADMIN)).about(ANOTHER).failed("stale")));
    }

    /** A new type of event is in one of the two, or this test fails. */
    @Test
    void decidesAboutEveryTypeOfEvent() {
        Set<EventType> undecided = EnumSet.complementOf(EnumSet.copyOf(AdminActionPolicy.ADMINISTRATIVE));
        undecided.removeAll(NEED_NO_RIGHT);
        Set<EventType> decidedTwice = EnumSet.copyOf(AdminActionPolicy.ADMINISTRATIVE);
        decidedTwice.retainAll(NEED_NO_RIGHT);

        assertEquals(
                Set.of(),
                undecided,
                "Undecided types of event: add each to AdminActionPolicy.ADMINISTRATIVE when it shows the use of the"
                        + " admin right, else to NEED_NO_RIGHT in this test");
        assertEquals(
                Set.of(),
                decidedTwice,
                "These types of event are in AdminActionPolicy.ADMINISTRATIVE and in NEED_NO_RIGHT of this test: take"
                        + " each out of one");
    }

    /** What is made or removed says so by its type; what is changed says what it was before. */
    @Test
    void everyAdministrativeChangeSaysBeforeAndAfter() {
        Set<EventType> silent = EnumSet.copyOf(AdminActionPolicy.ADMINISTRATIVE);
        silent.removeIf(AdminActionPolicyTest::saysChanges);
        silent.removeAll(CHANGE_NOTHING);
        Set<EventType> needless = EnumSet.copyOf(CHANGE_NOTHING);
        needless.removeIf(type -> AdminActionPolicy.ADMINISTRATIVE.contains(type) && !saysChanges(type));

        assertEquals(
                Set.of(),
                silent,
                "These administrative events do not say what they changed: give the data of each the component changes,"
                        + " or add its type to CHANGE_NOTHING in this test");
        assertEquals(
                Set.of(),
                needless,
                "These types of event are not administrative, or their data has changes: take each out of"
                        + " CHANGE_NOTHING in this test");
    }

    private static boolean saysChanges(EventType type) {
        return Arrays.stream(type.dataClass().getRecordComponents())
                .anyMatch(component -> component.getName().equals("changes"));
    }

    private static <D extends EventData> SecurityEvent<D> event(D data) {
        return SecurityEvent.of(new UUID(0, 9), Instant.EPOCH, "auth-service", data);
    }
}
