package dev.gatehouse.contracts.event;

import java.time.Instant;
import java.util.UUID;

/** {@code address-verification.requested}: A verification was opened for a challenged login. */
public record AddressVerificationRequested(UUID reference, Instant expiresAt) implements EventData {}
