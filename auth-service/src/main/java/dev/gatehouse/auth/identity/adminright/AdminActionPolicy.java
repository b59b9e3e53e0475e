package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.contracts.event.ActorKind;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.Outcome;
import dev.gatehouse.contracts.event.SecurityEvent;
import java.util.Objects;
import java.util.Set;

/** Decides which events show that an administrator used the admin right. */
final class AdminActionPolicy {
    /** A successful one of these, by an agent, not about their own account. */
    static final Set<EventType> ADMINISTRATIVE = Set.of(
            EventType.ACCOUNT_CREATED,
            EventType.ACCOUNT_CHANGED,
            EventType.ACCOUNT_DISABLED,
            EventType.ACCOUNT_ENABLED,
            EventType.ACCOUNT_ERASED,
            EventType.ADMIN_RIGHT_GRANTED,
            EventType.ADMIN_RIGHT_WITHDRAWN,
            EventType.ACCOUNT_UNLOCKED,
            EventType.LOGIN_LIMIT_LIFTED,
            EventType.PASSWORD_CHANGE_REQUIRED,
            EventType.PASSWORD_CHANGE_WAIVED,
            EventType.NOTIFICATION_RETRIED,
            EventType.SESSION_ENDED,
            EventType.SETTINGS_CHANGED,
            EventType.ADDRESS_UNTRUSTED,
            EventType.NETWORK_ADDED,
            EventType.NETWORK_REMOVED,
            EventType.AUDIT_SEARCHED);

    private AdminActionPolicy() {}

    /** Actions of an agent on their own account need no admin right, and a refused attempt is no use of it. */
    static boolean needsAdminRight(SecurityEvent<?> event) {
        return event.actor().kind() == ActorKind.AGENT
                && event.outcome() == Outcome.SUCCESS
                && ADMINISTRATIVE.contains(event.type())
                && !Objects.equals(event.actor().id(), event.accountId());
    }
}
