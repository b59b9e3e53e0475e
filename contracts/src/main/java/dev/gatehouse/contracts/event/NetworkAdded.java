package dev.gatehouse.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code network.added}: A network is trusted for everybody. */
public record NetworkAdded(
        UUID networkId,
        String network,
        String note,
        @Nullable Instant expiresAt) implements EventData {}
