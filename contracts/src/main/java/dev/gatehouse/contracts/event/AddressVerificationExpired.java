package dev.gatehouse.contracts.event;

import java.util.UUID;

/** {@code address-verification.expired}: Nobody answered in time. */
public record AddressVerificationExpired(UUID reference) implements EventData {}
