package dev.gatehouse.chassis.messaging.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

/** What can be seen of the relay from outside. Only the one that leads reports rows and numbers. */
final class RelayMeters {
    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong sequence = new AtomicLong();
    private final Counter published;
    private final Counter failures;
    private final Counter refused;
    private final Timer lag;

    RelayMeters(MeterRegistry meters) {
        meters.gauge("gatehouse.outbox.pending", pending);
        meters.gauge("gatehouse.outbox.sequence", sequence);
        this.published = meters.counter("gatehouse.outbox.published");
        this.failures = meters.counter("gatehouse.outbox.failures");
        this.refused = meters.counter("gatehouse.outbox.refused");
        this.lag = meters.timer("gatehouse.outbox.lag");
    }

    void pending(long rows) {
        pending.set(rows);
    }

    /** A round in which not everything could be published. */
    void failed() {
        failures.increment();
    }

    /** A message that the broker refused for good; an operator has to look after it. */
    void refused() {
        refused.increment();
    }

    /**
     * The lag is from the making of the message to its acknowledgement. The audit log must come to the last number that
     * was given, so the loss of the last events can be noticed.
     */
    void published(Collection<OutboxRow> rows, long lastNumber, Instant now) {
        sequence.set(lastNumber);
        published.increment(rows.size());
        rows.forEach(row -> lag.record(Duration.between(row.createdAt(), now)));
    }
}
