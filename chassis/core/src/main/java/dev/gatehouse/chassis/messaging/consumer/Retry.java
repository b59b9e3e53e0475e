package dev.gatehouse.chassis.messaging.consumer;

import dev.gatehouse.chassis.database.DatabaseFailure;
import dev.gatehouse.chassis.runtime.health.Outage;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Runs work on the consumer's thread, again and again: for as long as an outage lasts, and a few times after a failure
 * that nothing explains. While it waits, the consumer stays in its group.
 */
final class Retry {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** Longer than any transaction that still has a connection. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(1);
    /** How often a failure that is neither the database's nor the data's is tried before the record is at fault. */
    private static final int TRIES = 3;

    private final BooleanSupplier stopping;
    private final ConsumerMeters meters;
    private final InstantSource clock;
    private final Outage outage;
    private volatile Instant lastTurn;

    Retry(BooleanSupplier stopping, ConsumerMeters meters, InstantSource clock) {
        this.stopping = stopping;
        this.meters = meters;
        this.clock = clock;
        this.outage = new Outage("what the consumer needs", clock);
        this.lastTurn = clock.instant();
    }

    /** Once; fails as the work does. It blocks: this is the consumer's own thread. */
    <T> T once(Supplier<Uni<T>> work) {
        turned();
        try {
            T result = Uni.createFrom()
                    .deferred(() -> work.get())
                    .ifNoItem()
                    .after(LONGEST_TRANSACTION)
                    .fail()
                    .subscribeAsCompletionStage()
                    .get();
            outage.ended();
            return result;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new CompletionException(failed.getCause());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new WakeupException();
        }
    }

    /** Until it succeeds: work that nothing but an outage can stop. */
    <T> T untilDone(RecordSource source, Supplier<Uni<T>> work) {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                return once(work);
            } catch (ReadAgain again) {
                throw again;
            } catch (RuntimeException failure) {
                await(source, backoff, failure);
            }
        }
    }

    /** Until it succeeds or is refused for good; the refusal. */
    Optional<Throwable> refusal(RecordSource source, Supplier<Uni<Void>> work) {
        Backoff backoff = new Backoff();
        int unexplained = 0;
        while (true) {
            try {
                var unused = once(work);
                return Optional.empty();
            } catch (ReadAgain again) {
                throw again;
            } catch (RuntimeException failure) {
                DatabaseFailure.Kind kind = DatabaseFailure.kind(failure);
                unexplained += kind == DatabaseFailure.Kind.UNEXPLAINED ? 1 : 0;
                if (kind == DatabaseFailure.Kind.REFUSED || unexplained == TRIES) {
                    return Optional.of(failure);
                }
                await(source, backoff, failure);
            }
        }
    }

    /** Until the broker takes it. */
    void untilWritten(RecordSource source, Runnable write) {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                write.run();
                return;
            } catch (KafkaException away) {
                await(source, backoff, away);
            }
        }
    }

    /** Something was tried in vain. */
    void interrupted(Throwable cause) {
        turned();
        outage.began(cause);
        meters.interrupted();
    }

    /** The consumer is alive. */
    void turned() {
        lastTurn = clock.instant();
    }

    /** When the consumer last began something. */
    Instant lastTurn() {
        return lastTurn;
    }

    /** Since when the consumer has been waiting for something; empty while it works. */
    Optional<Instant> waitingSince() {
        return outage.since();
    }

    private void await(RecordSource source, Backoff backoff, RuntimeException failure) {
        if (stopping.getAsBoolean()) {
            throw new WakeupException();
        }
        interrupted(failure);
        if (!source.stay(backoff.next())) {
            throw new StaleBatch();
        }
    }

    /** Partitions came or went while a batch waited; the saved positions say what is still to do. */
    static final class StaleBatch extends ReadAgain {
        private static final long serialVersionUID = 1L;

        StaleBatch() {
            super("The assignment of partitions has changed");
        }
    }

    /** Growing pauses, each between half and whole, so that replicas do not come all at once. */
    private static final class Backoff {
        private Duration pause = FIRST_PAUSE;

        Duration next() {
            long longest = pause.toMillis();
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
            return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
        }
    }
}
