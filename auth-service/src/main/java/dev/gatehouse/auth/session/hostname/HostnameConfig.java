package dev.gatehouse.auth.session.hostname;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long hostnames are kept; durations in ISO-8601. */
@ConfigMapping(prefix = "gatehouse.auth.hostname")
interface HostnameConfig {
    /** How long a hostname is kept after its last look-up; default seven days. */
    @WithDefault("P7D")
    @DurationMin(hours = 1)
    @DurationMax(days = 3650)
    Duration retention();

    /** How often hostnames past their retention are deleted; default one hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
