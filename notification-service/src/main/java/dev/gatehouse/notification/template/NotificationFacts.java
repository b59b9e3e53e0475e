package dev.gatehouse.notification.template;

import dev.gatehouse.chassis.mail.useragent.UserAgent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a notification, from which its text is made.
 *
 * @param occurredAt the time of the first occurrence
 * @param ip the client's address; absent when it says nothing about the reader's account
 * @param hostname forward-confirmed; absent when there is none
 * @param occurrences 1, except for kinds that count up
 * @param details by {@link Detail#key}
 */
public record NotificationFacts(
        NotificationKind kind,
        Instant occurredAt,
        @Nullable String ip,
        @Nullable String hostname,
        UserAgent userAgent,
        int occurrences,
        Map<String, String> details) {
    /** Copies. */
    public NotificationFacts {
        details = Map.copyOf(details);
    }

    /** The same with this hostname. */
    public NotificationFacts withHostname(@Nullable String newHostname) {
        return new NotificationFacts(kind, occurredAt, ip, newHostname, userAgent, occurrences, details);
    }

    Optional<String> detail(Detail detail) {
        return Optional.ofNullable(details.get(detail.key()));
    }
}
