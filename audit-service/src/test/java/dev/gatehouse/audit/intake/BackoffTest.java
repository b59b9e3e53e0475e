package dev.gatehouse.audit.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.chassis.testkit.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger("dev.gatehouse.chassis.runtime.health.Outage");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Lines lines = new Lines();
    private final Backoff backoff = new Backoff(
            "what is waited for",
            Settings.of(IntakeConfig.class, Map.of("first-pause", "PT0.001S", "longest-pause", "PT0.002S")),
            new IntakeMeters(registry),
            InstantSource.fixed(Instant.parse("2026-11-01T08:00:00Z")));

    @BeforeEach
    void listen() {
        LOG.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(lines);
    }

    @Test
    void triesAgainUntilItWorksAndSaysSoOnce() {
        // Given
        AtomicInteger tries = new AtomicInteger();
        Uni<String> work = Uni.createFrom().deferred(() -> tries.incrementAndGet() < 5 ? away() : done());

        // When
        String result = backoff.retryUnless(failure -> false, work).await().atMost(LIMIT);

        // Then
        assertEquals("done", result);
        assertEquals(4, registry.counter("gatehouse.audit.interruptions").count());
        assertEquals(2, lines.count());
    }

    @Test
    void failsAtOnceWithWhatCannotBeMended() {
        Uni<String> work = Uni.createFrom().failure(new IllegalArgumentException("never"));

        Uni<String> tried = backoff.retryUnless(IllegalArgumentException.class::isInstance, work);

        assertThrows(IllegalArgumentException.class, () -> tried.await().atMost(LIMIT));
        assertEquals(0, registry.counter("gatehouse.audit.interruptions").count());
        assertEquals(0, lines.count());
    }

    @Test
    void takesARefusalForTheEndOfAnOutage() {
        // Given
        AtomicInteger tries = new AtomicInteger();
        Uni<String> work = Uni.createFrom().deferred(() -> tries.incrementAndGet() < 3 ? away() : refused());

        // When
        Uni<String> tried = backoff.retryUnless(IllegalArgumentException.class::isInstance, work);

        // Then
        assertThrows(IllegalArgumentException.class, () -> tried.await().atMost(LIMIT));
        assertEquals(2, lines.count());
    }

    private static Uni<String> away() {
        return Uni.createFrom().failure(new IOException("away"));
    }

    private static Uni<String> refused() {
        return Uni.createFrom().failure(new IllegalArgumentException("never"));
    }

    private static Uni<String> done() {
        return Uni.createFrom().item("done");
    }

    private static final class Lines extends Handler {
        private final List<LogRecord> records = new ArrayList<>();

        synchronized int count() {
            return records.size();
        }

        @Override
        public synchronized void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
