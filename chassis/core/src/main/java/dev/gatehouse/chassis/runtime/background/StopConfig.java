package dev.gatehouse.chassis.runtime.background;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How a service stops. */
@ConfigMapping(prefix = "gatehouse.stop")
interface StopConfig {
    /**
     * How long after the signal to stop a replica goes on as before, but not ready, so that the load balancer sends
     * nothing new; default 0.
     */
    @WithDefault("PT0S")
    @DurationMin
    @DurationMax(minutes = 10)
    Duration delay();
}
