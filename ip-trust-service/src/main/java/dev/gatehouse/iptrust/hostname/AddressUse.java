package dev.gatehouse.iptrust.hostname;

import java.time.Instant;
import java.util.UUID;

/** An account that signed in from an address. */
record AddressUse(UUID accountId, Instant firstUsedAt, Instant lastUsedAt) {}
