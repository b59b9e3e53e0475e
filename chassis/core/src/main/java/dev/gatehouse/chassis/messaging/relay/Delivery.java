package dev.gatehouse.chassis.messaging.relay;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Collects the results of the rows of one round; called on the threads of the producer. */
final class Delivery {
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> failedTopics = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    void acknowledged(OutboxRow row) {
        acknowledged.add(row.id());
    }

    void failed(OutboxRow row, Throwable cause) {
        failedTopics.add(row.topic());
        failure.compareAndSet(null, cause);
    }

    /** Waiting for the metadata of a topic again for each of its keys would hold up the keys of all others. */
    void refuseIfTopicFailed(OutboxRow row) {
        if (failedTopics.contains(row.topic())) {
            throw new TimeoutException("The topic failed for another key in this round: " + row.topic());
        }
    }

    Published result() {
        return new Published(Set.copyOf(acknowledged), failure.get());
    }
}
