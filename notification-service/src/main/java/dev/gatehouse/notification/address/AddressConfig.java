package dev.gatehouse.notification.address;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the names of addresses. */
@ConfigMapping(prefix = "gatehouse.notification.address")
interface AddressConfig {
    /** How long a name is kept after its look-up; ISO-8601 duration, default 30 days. */
    @WithDefault("P30D")
    @DurationMin(hours = 1)
    @DurationMax(days = 3650)
    Duration retention();

    /** How often older names are deleted. Default 1 hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupInterval();
}
