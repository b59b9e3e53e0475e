package dev.gatehouse.notification.template;

import dev.gatehouse.chassis.mail.useragent.UserAgent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as far as it is told to people.
 *
 * @param occurredAt of the first occurrence
 * @param ip where from; absent when that says nothing about the reader's account
 * @param hostname only one that may be believed
 * @param occurrences how often; 1 except for kinds that count up
 * @param details by {@link Detail#key}
 */
public record NotificationFacts(
        NotificationKind kind,
        Instant occurredAt,
        @Nullable String ip,
        @Nullable String hostname,
        UserAgent program,
        int occurrences,
        Map<String, String> details) {
    /** Copies. */
    public NotificationFacts {
        details = Map.copyOf(details);
    }

    /** The same, with the name that the address is known by. */
    public NotificationFacts named(@Nullable String newHostname) {
        return new NotificationFacts(kind, occurredAt, ip, newHostname, program, occurrences, details);
    }

    Optional<String> detail(Detail detail) {
        return Optional.ofNullable(details.get(detail.key()));
    }
}
