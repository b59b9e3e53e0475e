package dev.gatehouse.chassis.database;

import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Counts the database work in progress. When the service stops, it waits up to five seconds for that work, before
 * relay, consumers and connections close. New work does not begin and never completes, so that its record is delivered
 * again.
 */
@ApplicationScoped
class OpenWork {
    private static final Log LOG = Log.of(OpenWork.class);
    /** Before the relay, which then publishes the rows of this work. */
    private static final int BEFORE_THE_RELAY = 1000;

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** One party is the service itself; after it has left, the last work to end terminates the phaser. */
    private final Phaser open = new Phaser(1);

    private volatile boolean closing;

    /** The same work, counted while it lasts. */
    <T> Uni<T> counted(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> begins() ? untilItEnds(work) : Uni.createFrom().nothing());
    }

    void stop(@Observes @Priority(BEFORE_THE_RELAY) ShutdownEvent event) {
        closing = true;
        try {
            open.awaitAdvanceInterruptibly(open.arriveAndDeregister(), TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException unfinished) {
            LOG.with("open", open.getUnarrivedParties())
                    .warn("Stopped in the middle of work, its transactions are rolled back");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fails and is tried again terminates twice: once with the failure, once cancelled. */
    private <T> Uni<T> untilItEnds(Supplier<Uni<T>> work) {
        AtomicBoolean ended = new AtomicBoolean();
        return Uni.createFrom().deferred(() -> work.get()).onTermination().invoke(() -> {
            if (ended.compareAndSet(false, true)) {
                open.arriveAndDeregister();
            }
        });
    }

    private boolean begins() {
        return !closing && open.register() >= 0;
    }
}
