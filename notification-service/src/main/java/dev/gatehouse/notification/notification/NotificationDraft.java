package dev.gatehouse.notification.notification;

import dev.gatehouse.notification.template.Detail;
import dev.gatehouse.notification.template.NotificationKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification that an event asks for, before it is known whether and where the account wants it.
 *
 * @param eventId the event that caused it
 * @param ip the client's address; absent when it says nothing about the account
 * @param hostname as the event has it
 * @param userAgent the header as it was sent; never shown
 * @param details by {@link dev.gatehouse.notification.template.Detail#key}
 * @param aboutAccountId another account that it names: it is deleted with that account, too
 */
public record NotificationDraft(
        UUID eventId,
        UUID accountId,
        NotificationKind kind,
        Instant occurredAt,
        @Nullable String ip,
        @Nullable String hostname,
        @Nullable String userAgent,
        Map<String, String> details,
        @Nullable UUID aboutAccountId) {
    /** Copies. */
    public NotificationDraft {
        details = Map.copyOf(details);
    }

    /** The same for another account: a notification of this kind about this agent. */
    public NotificationDraft alert(UUID recipient, NotificationKind alert, String agent) {
        Map<String, String> about = Map.of(Detail.AGENT.key(), agent);
        return new NotificationDraft(eventId, recipient, alert, occurredAt, ip, hostname, userAgent, about, accountId);
    }

    /** The same with this hostname. */
    public NotificationDraft withHostname(@Nullable String newHostname) {
        return new NotificationDraft(
                eventId, accountId, kind, occurredAt, ip, newHostname, userAgent, details, aboutAccountId);
    }
}
