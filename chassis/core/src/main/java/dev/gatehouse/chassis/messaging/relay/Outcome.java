package dev.gatehouse.chassis.messaging.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of rows of one key that were handed over together.
 *
 * @param acknowledged those that all in-sync replicas have
 * @param failure why the first of the others was not taken; absent if all were, or the producer was dropped
 */
record Outcome(
        OutboxRow.OrderedBy key,
        List<OutboxRow> acknowledged,
        @Nullable Failure failure) {

    /**
     * A row that was not taken; those behind it were not sent.
     *
     * @param partitions how many partitions its topic has; 0 if the topic was not found
     */
    record Failure(OutboxRow row, Throwable cause, int partitions) {
        Fault fault() {
            return Fault.of(cause, partitions > 0);
        }
    }
}
