package dev.gatehouse.contracts.event;

import java.util.UUID;

/** {@code address-verification.approved}: The agent confirmed the address on the linked page. */
public record AddressVerificationApproved(UUID reference, String network) implements EventData {}
