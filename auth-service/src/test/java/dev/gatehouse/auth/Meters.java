package dev.gatehouse.auth;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;

/** What the service measures of itself. */
public final class Meters {
    private Meters() {}

    public static double gauge(String name) {
        Gauge gauge = Metrics.globalRegistry.find(name).gauge();
        return gauge == null ? 0 : gauge.value();
    }

    /** How many times a timed thing was done. */
    public static long times(String name) {
        Timer timer = Metrics.globalRegistry.find(name).timer();
        return timer == null ? 0 : timer.count();
    }
}
