package dev.gatehouse.notification.intake;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.AddressTrusted;
import dev.gatehouse.contracts.event.AdminRightGranted;
import dev.gatehouse.contracts.event.EventType;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.event.PasswordChangeRequired;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.event.PasswordExpiring;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.event.SessionEnded;
import dev.gatehouse.notification.notification.NotificationDraft;
import dev.gatehouse.notification.template.Detail;
import dev.gatehouse.notification.template.NotificationKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides which notification an event asks for. */
final class EventPolicy {
    /** What each type of event notifies of. The test lists the types that notify of nothing, so none is forgotten. */
    static final Map<EventType, NotificationKind> KINDS = Map.ofEntries(
            Map.entry(EventType.LOGIN_SUCCEEDED, NotificationKind.LOGIN),
            Map.entry(EventType.LOGIN_FAILED, NotificationKind.LOGIN_FAILED),
            Map.entry(EventType.ADDRESS_TRUSTED, NotificationKind.NEW_ADDRESS),
            Map.entry(EventType.ADMIN_RIGHT_GRANTED, NotificationKind.ADMIN_GRANTED),
            Map.entry(EventType.PASSWORD_CHANGED, NotificationKind.PASSWORD_CHANGED),
            Map.entry(EventType.SESSION_ENDED, NotificationKind.SESSION_DISPLACED),
            Map.entry(EventType.CREDENTIAL_LOCKED, NotificationKind.CREDENTIAL_LOCKED),
            Map.entry(EventType.REFRESH_TOKEN_REUSED, NotificationKind.SESSION_THEFT),
            Map.entry(EventType.PASSWORD_CHANGE_REQUIRED, NotificationKind.PASSWORD_CHANGE_REQUIRED),
            Map.entry(EventType.PASSWORD_EXPIRING, NotificationKind.PASSWORD_EXPIRING),
            Map.entry(EventType.LOGIN_CAMPAIGN_DETECTED, NotificationKind.LOGIN_CAMPAIGN_ALERT));

    private EventPolicy() {}

    /** The notification; empty for an event that is about no account, or that needs none. */
    static Optional<NotificationDraft> draft(SecurityEvent<?> event) {
        UUID accountId = event.accountId();
        return accountId == null
                ? Optional.empty()
                : Optional.ofNullable(KINDS.get(event.type()))
                        .filter(kind -> concerns(event))
                        .map(kind -> draft(event, accountId, kind(event, kind)));
    }

    /** Whether an event that is about no account concerns all administrators. */
    static boolean concernsAdministrators(SecurityEvent<?> event) {
        return event.type() == EventType.LOGIN_CAMPAIGN_DETECTED;
    }

    /** The notification of one administrator of such an event. */
    static NotificationDraft alert(SecurityEvent<?> event, UUID administrator) {
        return draft(event, administrator, NotificationKind.LOGIN_CAMPAIGN_ALERT);
    }

    /** How a session ended is known to whoever ended it; only one that had to make room is news. */
    private static boolean concerns(SecurityEvent<?> event) {
        return !(event.data() instanceof SessionEnded(SessionEnd why)) || why == SessionEnd.DISPLACED;
    }

    /** The notification of all administrators that follows from the one of the owner, if there is one. */
    static Optional<NotificationKind> alert(NotificationKind kind) {
        return kind == NotificationKind.LOGIN_DENIED
                ? Optional.of(NotificationKind.LOGIN_DENIED_ALERT)
                : Optional.empty();
    }

    private static NotificationKind kind(SecurityEvent<?> event, NotificationKind kind) {
        return event.data() instanceof PasswordChangeRequired required
                        && required.why() == PasswordChangeReason.LOGIN_DENIED
                ? NotificationKind.LOGIN_DENIED
                : kind;
    }

    private static NotificationDraft draft(SecurityEvent<?> event, UUID accountId, NotificationKind kind) {
        ActedBy by = actedBy(event, accountId);
        String ip = showsOrigin(kind, by) ? ip(event) : null;
        return new NotificationDraft(
                event.id(),
                accountId,
                kind,
                event.time(),
                ip,
                ip == null || !ip.equals(event.ip()) ? null : event.hostname(),
                ip == null ? null : userAgent(event),
                details(event, by),
                null);
    }

    /** Whether the address is shown: that of an administrator would look like an intruder's. */
    private static boolean showsOrigin(NotificationKind kind, ActedBy by) {
        return switch (kind) {
            case ADMIN_GRANTED, PASSWORD_CHANGE_REQUIRED, PASSWORD_EXPIRING, SESSION_DISPLACED, LOGIN_CAMPAIGN_ALERT ->
                false;
            case PASSWORD_CHANGED -> by == ActedBy.OWNER;
            case LOGIN, LOGIN_FAILED, NEW_ADDRESS, SESSION_THEFT, CREDENTIAL_LOCKED, LOGIN_DENIED, LOGIN_DENIED_ALERT ->
                true;
        };
    }

    /**
     * The address that the notification is about: the one that is trusted now, or the one of the denied login; not the
     * one from which that was answered.
     */
    private static @Nullable String ip(SecurityEvent<?> event) {
        if (event.data() instanceof AddressTrusted(String network, Instant until)) {
            return IpAddress.parse(network).map(IpAddress::canonical).orElse(event.ip());
        }
        return event.data() instanceof PasswordChangeRequired required ? required.deniedIp() : event.ip();
    }

    private static @Nullable String userAgent(SecurityEvent<?> event) {
        return event.data() instanceof PasswordChangeRequired required ? required.deniedUserAgent() : event.userAgent();
    }

    private static ActedBy actedBy(SecurityEvent<?> event, UUID accountId) {
        return switch (event.actor().kind()) {
            case AGENT, USER -> accountId.equals(event.actor().id()) ? ActedBy.OWNER : ActedBy.ANOTHER;
            case OPERATOR, SYSTEM -> ActedBy.ANOTHER;
            case ANONYMOUS -> ActedBy.OWNER;
        };
    }

    private static Map<String, String> details(SecurityEvent<?> event, ActedBy by) {
        Map<String, String> details = new HashMap<>();
        if (event.data() instanceof AddressTrusted(String network, Instant trustedUntil)) {
            put(details, Detail.NETWORK, network);
            put(details, Detail.UNTIL, trustedUntil);
        } else if (event.data() instanceof AdminRightGranted granted) {
            put(details, Detail.REASON, granted.reason());
            put(details, Detail.UNTIL, granted.expiresAt());
        } else if (event.data() instanceof PasswordChangeRequired required) {
            put(details, Detail.REASON, required.note());
        } else if (event.data() instanceof PasswordExpiring expiring) {
            put(details, Detail.UNTIL, expiring.expiresAt());
        } else if (event.data() instanceof PasswordChanged && by == ActedBy.ANOTHER) {
            put(details, Detail.BY_ANOTHER, true);
        }
        return details;
    }

    private static void put(Map<String, String> details, Detail detail, @Nullable Object value) {
        if (value != null) {
            details.put(detail.key(), value.toString());
        }
    }

    private enum ActedBy {
        OWNER,
        ANOTHER
    }
}
