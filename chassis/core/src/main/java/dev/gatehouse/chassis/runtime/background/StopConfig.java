package dev.gatehouse.chassis.runtime.background;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a service stops. */
@ConfigMapping(prefix = "gatehouse.stop")
interface StopConfig {
    /**
     * How long after the signal to stop a replica goes on as before, but not ready, so that the load balancer sends
     * nothing new; default 0.
     */
    @WithDefault("PT0S")
    Duration delay();
}
