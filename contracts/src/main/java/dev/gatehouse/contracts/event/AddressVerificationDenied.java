package dev.gatehouse.contracts.event;

import java.util.UUID;

/** {@code address-verification.denied}: The verification was closed without trust; the waiting sign-in must end. */
public record AddressVerificationDenied(UUID reference, DenialReason why) implements EventData {}
