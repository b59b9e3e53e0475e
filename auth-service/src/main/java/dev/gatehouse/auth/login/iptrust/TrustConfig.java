package dev.gatehouse.auth.login.iptrust;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When open sessions are compared with new rules of IP trust. */
@ConfigMapping(prefix = "gatehouse.auth.iptrust")
interface TrustConfig {
    /**
     * How long after IP trust was turned on or widened open sessions are compared with it; default 5 seconds. Longer
     * than a login takes, so that one that was decided by the old rules is compared too, and than the addresses that
     * were trusted with the change take to arrive.
     */
    @WithDefault("PT5S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration recheckAfter();

    /** How often it is looked whether a comparison is due; default 2 seconds. */
    @WithDefault("PT2S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration recheckEvery();

    /** How often trusted addresses are deleted whose trust ended long ago; default six hours. */
    @WithDefault("PT6H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
