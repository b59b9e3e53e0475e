package dev.gatehouse.contracts.event;

import java.time.Instant;

/** {@code address.trusted}: An account may sign in from this network. */
public record AddressTrusted(String network, Instant trustedUntil) implements EventData {}
