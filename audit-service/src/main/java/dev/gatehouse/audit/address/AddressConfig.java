package dev.gatehouse.audit.address;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long hostnames are kept. */
@ConfigMapping(prefix = "gatehouse.audit.address")
interface AddressConfig {
    /** How long a hostname is kept after its last look-up; events keep the name of their time; default 400 days. */
    @WithDefault("P400D")
    @DurationMin(days = 1)
    @DurationMax(days = 3650)
    Duration retention();

    /** How often hostnames past their retention are deleted; default six hours. */
    @WithDefault("PT6H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
