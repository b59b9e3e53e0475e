package dev.gatehouse.audit.intake;

import dev.gatehouse.chassis.runtime.health.Outage;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.function.Predicate;

/** Retries with growing pauses until it succeeds, and logs the outage once. */
final class Backoff {
    private final IntakeConfig config;
    private final IntakeMeters meters;
    private final Outage outage;

    Backoff(String waitedFor, IntakeConfig config, IntakeMeters meters, InstantSource clock) {
        this.config = config;
        this.meters = meters;
        this.outage = new Outage(waitedFor, clock);
    }

    /** The work, retried after every failure except those that are permanent. */
    <T> Uni<T> retryUnless(Predicate<Throwable> permanent, Uni<T> work) {
        return work.invoke(outage::ended)
                .onFailure(permanent)
                .invoke(outage::ended)
                .onFailure(permanent.negate())
                .invoke(this::interrupted)
                .onFailure(permanent.negate())
                .retry()
                .withBackOff(config.firstPause(), config.longestPause())
                .indefinitely();
    }

    private void interrupted(Throwable failure) {
        meters.interrupted();
        outage.began(failure);
    }
}
