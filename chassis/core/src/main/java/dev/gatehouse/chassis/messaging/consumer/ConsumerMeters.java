package dev.gatehouse.chassis.messaging.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** The metrics of the consumer. */
final class ConsumerMeters {
    private static final String RECORDS = "gatehouse.consumer.records";

    private final MeterRegistry registry;
    private final AtomicLong lag;

    ConsumerMeters(MeterRegistry registry) {
        this.registry = registry;
        this.lag = registry.gauge("gatehouse.consumer.lag", new AtomicLong());
    }

    void processed(String topic, int records) {
        count(topic, "processed", records);
    }

    void skipped(String topic) {
        count(topic, "skipped", 1);
    }

    void deadLetter(String topic) {
        count(topic, "dead-letter", 1);
    }

    void positionOutOfRange(String topic) {
        registry.counter("gatehouse.consumer.positions.out.of.range", "topic", topic)
                .increment();
    }

    void interrupted() {
        registry.counter("gatehouse.consumer.interruptions").increment();
    }

    void lag(long records) {
        lag.set(records);
    }

    private void count(String topic, String result, int records) {
        registry.counter(RECORDS, "topic", topic, "result", result).increment(records);
    }
}
