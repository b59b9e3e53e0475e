package dev.gatehouse.chassis.messaging.consumer;

import dev.gatehouse.chassis.runtime.log.Log;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * The one consumer of a service: reads its topics on a thread of its own, a batch at a time, until it is stopped. No
 * exception ends it, also none of the Kafka client (a change of a leader can be a {@link NullPointerException} there:
 * KAFKA-20312); the next turn has a client of its own. What came from the database or the network is waited for,
 * however long; only a record that is wrong in itself is set aside, and the others go on.
 */
final class ConsumerLoop {
    private static final Log LOG = Log.of(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** How far reading may be ahead of the saved position where no record has an effect. */
    private static final Duration SAVE_AFTER = Duration.ofSeconds(10);

    private static final long SAVE_AFTER_RECORDS = 10_000;
    /** How long an effect waits that may wait, and how many of them. */
    private static final Duration SETTLE_AFTER = Duration.ofSeconds(2);

    private static final long SETTLE_AFTER_RECORDS = 1_000;

    private final Supplier<RecordSource> sources;
    private final Positions positions;
    private final Batches batches;
    private final DeadLetters deadLetters;
    private final Retry retry;
    private final ConsumerMeters meters;
    private final InstantSource clock;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicReference<@Nullable RecordSource> current = new AtomicReference<>();
    private final Map<TopicPartition, Long> saved = new HashMap<>();
    private @Nullable Instant aheadSince;

    ConsumerLoop(
            Map<String, Subscription<?>> subscriptions,
            Supplier<RecordSource> sources,
            Positions positions,
            DeadLetters deadLetters,
            ConsumerMeters meters,
            InstantSource clock) {
        this.sources = sources;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.clock = clock;
        this.retry = new Retry(this::isStopping, meters, clock);
        this.batches = new Batches(
                subscriptions, new TopicBatches.Parts(positions, deadLetters, retry, meters, this::noteSaved));
        this.thread = Thread.ofPlatform().daemon().name("consumer").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Lets the batch in hand end, but no longer than this. */
    void stop(Duration longest) {
        stopping.countDown();
        RecordSource source = current.get();
        if (source != null) {
            source.wakeUp();
        }
        try {
            if (!thread.join(longest)) {
                LOG.with("limit", longest)
                        .warn("Stopped in the middle of a batch, it is processed after the next start");
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** When it last began something; a few seconds ago, as long as it works or waits. */
    Instant lastTurn() {
        return retry.lastTurn();
    }

    /** Since when it has been waiting for something; empty while it works. */
    Optional<Instant> waitingSince() {
        return retry.waitingSince();
    }

    private void run() {
        while (!isStopping()) {
            try (RecordSource source = sources.get()) {
                current.set(source);
                follow(source);
                saveSkipped(source);
            } catch (WakeupException woken) {
                LOG.debug("Consumer was woken");
            } catch (Throwable fault) {
                retry.interrupted(fault);
                pause();
            } finally {
                current.set(null);
                startOver();
            }
        }
        deadLetters.close();
    }

    private void follow(RecordSource source) {
        while (!isStopping()) {
            try {
                claim(source);
                List<ConsumerRecord<String, byte[]>> polled = source.poll(POLL);
                retry.turned();
                batches.process(source, polled);
                source.passed(polled);
                saveSkippedSometimes(source);
                meters.lag(source.lag());
            } catch (ReadAgain again) {
                LOG.with("cause", again).debug("Reading on from the saved positions");
                var unused = source.stay(PAUSE);
                source.startOver();
                startOver();
            }
        }
    }

    private void startOver() {
        saved.clear();
        batches.startOver();
    }

    private void claim(RecordSource source) {
        Set<TopicPartition> partitions = source.unclaimed();
        if (!partitions.isEmpty()) {
            Map<TopicPartition, Long> found = retry.untilDone(source, () -> positions.claim(partitions));
            source.begin(partitions, found);
            saved.putAll(found);
        }
    }

    private void noteSaved(Map<TopicPartition, Long> after) {
        saved.putAll(after);
        RecordSource source = current.get();
        if (source != null) {
            source.report(after);
        }
    }

    private void saveSkippedSometimes(RecordSource source) {
        long ahead = ahead(source).entrySet().stream()
                .mapToLong(entry -> entry.getValue() - saved.getOrDefault(entry.getKey(), 0L))
                .sum();
        Instant now = clock.instant();
        if (ahead == 0) {
            aheadSince = null;
            return;
        }
        Instant since = aheadSince == null ? now : aheadSince;
        boolean settles = batches.anyWait();
        if (ahead >= (settles ? SETTLE_AFTER_RECORDS : SAVE_AFTER_RECORDS)
                || now.isAfter(since.plus(settles ? SETTLE_AFTER : SAVE_AFTER))) {
            saveSkipped(source);
            aheadSince = null;
        } else {
            aheadSince = since;
        }
    }

    private void saveSkipped(RecordSource source) {
        batches.pass(source, ahead(source));
    }

    private Map<TopicPartition, Long> ahead(RecordSource source) {
        Map<TopicPartition, Long> ahead = new HashMap<>(source.next());
        ahead.entrySet().removeAll(saved.entrySet());
        return ahead;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pause() {
        try {
            boolean ending = stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.with("ending", ending).debug("Consumer tries again");
        } catch (InterruptedException end) {
            stopping.countDown();
        }
    }
}
