package dev.gatehouse.audit.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Tries again for as long as it takes, with growing pauses. */
@ApplicationScoped
class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final IntakeSettings settings;
    private final IntakeMeters meters;

    Patience(IntakeSettings settings, IntakeMeters meters) {
        this.settings = settings;
        this.meters = meters;
    }

    /** The work, tried again after every failure but those that trying again cannot mend. */
    <T> Uni<T> unless(Predicate<Throwable> hopeless, Uni<T> work) {
        return work.onFailure(hopeless.negate())
                .invoke(this::interrupted)
                .onFailure(hopeless.negate())
                .retry()
                .withBackOff(settings.firstPause(), settings.longestPause())
                .indefinitely();
    }

    private void interrupted(Throwable failure) {
        meters.interrupted();
        LOG.warnf(failure, "The intake waits and tries again: reason=%s", failure.getMessage());
    }
}
