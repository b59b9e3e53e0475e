package dev.gatehouse.auth;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;

/** What the service measures of itself. */
public final class Meters {
    private Meters() {}

    public static double gauge(String name) {
        Gauge gauge = Metrics.globalRegistry.find(name).gauge();
        return gauge == null ? 0 : gauge.value();
    }
}
