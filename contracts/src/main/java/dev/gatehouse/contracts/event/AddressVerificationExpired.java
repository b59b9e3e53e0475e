package dev.gatehouse.contracts.event;

import java.util.UUID;

/** {@code address-verification.expired}: It was not answered in time. */
public record AddressVerificationExpired(UUID reference) implements EventData {}
