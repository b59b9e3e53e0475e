package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.Audience;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code login.throttled}: Logins were rejected without a look at the password. One event sums up what one replica
 * rejected by one limit in a minute.
 *
 * @param attempts how many were rejected
 * @param since when the first of them came
 * @param network the limited network, or the network of the pair
 */
public record LoginThrottled(
        Audience audience,
        LoginLimit limit,
        long attempts,
        Instant since,
        @Nullable String network) implements EventData {}
