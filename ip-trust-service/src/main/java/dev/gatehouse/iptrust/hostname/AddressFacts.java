package dev.gatehouse.iptrust.hostname;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an address.
 *
 * @param hostname what the reverse look-up gave; not to be believed unless confirmed
 * @param resolvedAt absent until the first look-up has ended
 */
record AddressFacts(
        String ip,
        @Nullable String hostname,
        boolean confirmed,
        boolean internal,
        @Nullable Instant resolvedAt) {}
