package dev.gatehouse.auth.identity.adminright;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.contracts.event.AccountChanged;
import dev.gatehouse.contracts.event.AccountErased;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.SettingsChanged;
import dev.gatehouse.contracts.identity.AccountKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdminActionPolicyTest {
    private static final UUID ADMIN = new UUID(0, 1);
    private static final UUID ANOTHER = new UUID(0, 2);
    private static final AccountChanged CHANGED = new AccountChanged(List.of());

    @Test
    void anAgentWhoChangesAnotherAccountNeedsTheRight() {
        assertTrue(AdminActionPolicy.needsAdminRight(
                event(CHANGED).by(Actor.agent(ADMIN)).about(ANOTHER)));
        assertTrue(AdminActionPolicy.needsAdminRight(event(new AccountErased(AccountKind.USER))
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

    private static <D extends EventData> SecurityEvent<D> event(D data) {
        return SecurityEvent.of(new UUID(0, 9), Instant.EPOCH, "auth-service", data);
    }
}
