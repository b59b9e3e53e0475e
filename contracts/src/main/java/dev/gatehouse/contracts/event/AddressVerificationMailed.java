package dev.gatehouse.contracts.event;

import java.util.UUID;

/** {@code address-verification.mailed}: The link was handed to the mail server. */
public record AddressVerificationMailed(UUID reference) implements EventData {}
