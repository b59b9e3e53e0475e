package dev.gatehouse.chassis.messaging.relay;

import dev.gatehouse.chassis.messaging.event.OutboxMessage;
import dev.gatehouse.chassis.messaging.wire.KeyHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides when the relay may say that revocations flow. For one term. */
final class Vouching {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final long NOT_IN_THE_OUTBOX = 0;

    private final @Nullable RelayHeartbeat heartbeat;
    private Instant nextAt = Instant.MIN;

    Vouching(Optional<RelayHeartbeat> heartbeat) {
        this.heartbeat = heartbeat.orElse(null);
    }

    /** Whether there is a heartbeat at all, and so always something to send. */
    boolean isActive() {
        return heartbeat != null;
    }

    /** The heartbeat, if it is due and none of the rows that wait is a revocation older than a second. */
    Optional<OutboxRow> due(Collection<OutboxRow> waiting, Instant now) {
        if (heartbeat == null || nextAt.isAfter(now) || waiting.stream().anyMatch(row -> isOverdue(row, now))) {
            return Optional.empty();
        }
        nextAt = now.plus(heartbeat.every());
        return Optional.of(row(heartbeat.next()));
    }

    private static boolean isOverdue(OutboxRow row, Instant now) {
        return row.isUrgent() && row.createdAt().plus(LONGEST_WAIT).isBefore(now);
    }

    private static OutboxRow row(OutboxMessage message) {
        return new OutboxRow(
                NOT_IN_THE_OUTBOX,
                null,
                message.topic(),
                message.key(),
                KeyHash.of(message.key()),
                message.headers(),
                message.payload(),
                message.createdAt());
    }
}
