package dev.gatehouse.iptrust.trustedaddress;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Trust of which this service has published that it began, was extended or ended.
 *
 * @param time when that was
 * @param until its date; empty when it ended
 */
record PublishedTrust(UUID accountId, String network, Instant time, Optional<Instant> until) {}
