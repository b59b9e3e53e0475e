package dev.gatehouse.contracts.event;

import java.util.UUID;

/** {@code address-verification.denied}: The verification was closed without trust; its challenge must be denied. */
public record AddressVerificationDenied(UUID reference, DenialReason why) implements EventData {}
