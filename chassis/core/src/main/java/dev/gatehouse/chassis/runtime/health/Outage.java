package dev.gatehouse.chassis.runtime.health;

import dev.gatehouse.chassis.runtime.log.Log;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Something this process needs and may lose: logged once when it goes and once when it is back, however often it is
 * tried.
 */
public final class Outage {
    private static final Log LOG = Log.of(Outage.class);

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
            LOG.with("dependency", what).with("cause", cause).warn("Out of reach, trying again until it is back");
        }
    }

    /** It worked. */
    public void ended() {
        Instant start = since.get();
        if (start != null && since.compareAndSet(start, null)) {
            LOG.with("dependency", what)
                    .with("outage", Duration.between(start, clock.instant()))
                    .info("Back");
        }
    }

    /** Since when it has been away; empty while it is there. */
    public Optional<Instant> since() {
        return Optional.ofNullable(since.get());
    }
}
