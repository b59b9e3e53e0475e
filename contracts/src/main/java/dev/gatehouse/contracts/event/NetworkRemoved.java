package dev.gatehouse.contracts.event;

import java.util.UUID;

/** {@code network.removed}: A network is no longer trusted for everybody. */
public record NetworkRemoved(UUID networkId, String network) implements EventData {}
