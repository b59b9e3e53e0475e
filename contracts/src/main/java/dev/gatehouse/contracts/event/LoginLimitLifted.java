package dev.gatehouse.contracts.event;

import dev.gatehouse.contracts.identity.AccountKind;
import org.jspecify.annotations.Nullable;

/**
 * {@code login-limit.lifted}: An administrator let logins through again that were throttled.
 *
 * @param network the limited network, or the network of the pair
 */
public record LoginLimitLifted(
        AccountKind kind, LoginLimit limit, @Nullable String network) implements EventData {}
