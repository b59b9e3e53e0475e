package dev.gatehouse.chassis.runtime.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Something this process needs and may lose: logged once when it goes and once when it is back, however often it is
 * tried.
 */
public final class Outage {
    private static final Logger LOG = Logger.getLogger(Outage.class);

    private final String what;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Instant> since = new AtomicReference<>();

    /** Of this; the name stands in the log as the value of {@code dependency}. */
    public Outage(String what, InstantSource clock) {
        this.what = what;
        this.clock = clock;
    }

    /** It was tried in vain. */
    public void began(Throwable cause) {
        if (since.compareAndSet(null, clock.instant())) {
            LOG.warnf("Out of reach, trying again until it is back dependency=%s cause=\"%s\"", what, cause);
        }
    }

    /** It worked. */
    public void ended() {
        Instant start = since.get();
        if (start != null && since.compareAndSet(start, null)) {
            LOG.infof("Back dependency=%s outage=%s", what, Duration.between(start, clock.instant()));
        }
    }

    /** Since when it has been away; empty while it is there. */
    public Optional<Instant> since() {
        return Optional.ofNullable(since.get());
    }
}
