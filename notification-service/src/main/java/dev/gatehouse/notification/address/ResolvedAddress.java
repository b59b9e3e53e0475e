package dev.gatehouse.notification.address;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address whose look-up has ended.
 *
 * @param ip canonical text
 * @param hostname forward-confirmed; absent when there is none that may be believed
 */
public record ResolvedAddress(String ip, @Nullable String hostname, Instant resolvedAt) {}
