package dev.gatehouse.notification.notification;

import dev.gatehouse.notification.template.NotificationKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account is to be told.
 *
 * @param eventId the event it tells of
 * @param ip where from; absent when that says nothing about the account
 * @param hostname as the event has it
 * @param userAgent as it was sent: to be named, never to be shown
 * @param details by {@link dev.gatehouse.notification.template.Detail#key}
 */
public record NotificationDraft(
        UUID eventId,
        UUID accountId,
        NotificationKind kind,
        Instant occurredAt,
        @Nullable String ip,
        @Nullable String hostname,
        @Nullable String userAgent,
        Map<String, String> details) {
    /** Copies. */
    public NotificationDraft {
        details = Map.copyOf(details);
    }

    /** The same, with the name that the address is known by. */
    public NotificationDraft named(@Nullable String newHostname) {
        return new NotificationDraft(eventId, accountId, kind, occurredAt, ip, newHostname, userAgent, details);
    }
}
