package dev.gatehouse.audit.intake;

import dev.gatehouse.chassis.runtime.health.Outage;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.function.Predicate;

/** Tries again for as long as it takes, with growing pauses, and says once what it waits for. */
final class Patience {
    private final IntakeConfig settings;
    private final IntakeMeters meters;
    private final Outage outage;

    Patience(String waitedFor, IntakeConfig settings, IntakeMeters meters, InstantSource clock) {
        this.settings = settings;
        this.meters = meters;
        this.outage = new Outage(waitedFor, clock);
    }

    /** The work, tried again after every failure but those that trying again cannot mend. */
    <T> Uni<T> unless(Predicate<Throwable> hopeless, Uni<T> work) {
        return work.invoke(outage::ended)
                .onFailure(hopeless)
                .invoke(outage::ended)
                .onFailure(hopeless.negate())
                .invoke(this::interrupted)
                .onFailure(hopeless.negate())
                .retry()
                .withBackOff(settings.firstPause(), settings.longestPause())
                .indefinitely();
    }

    private void interrupted(Throwable failure) {
        meters.interrupted();
        outage.began(failure);
    }
}
