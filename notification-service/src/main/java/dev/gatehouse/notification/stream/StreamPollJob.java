package dev.gatehouse.notification.stream;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Has the open streams send heartbeats, end by age, and look for notifications that other replicas stored. */
@ApplicationScoped
class StreamPollJob {
    private final Streams streams;

    StreamPollJob(Streams streams) {
        this.streams = streams;
    }

    @Scheduled(
            every = "{gatehouse.notification.stream.poll-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        streams.poll();
    }
}
