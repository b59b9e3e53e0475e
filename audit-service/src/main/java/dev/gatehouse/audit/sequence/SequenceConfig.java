package dev.gatehouse.audit.sequence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When a number counts as missing. */
@ConfigMapping(prefix = "gatehouse.audit.sequence")
interface SequenceConfig {
    /** Interval of the check for missing numbers; default 10 seconds (an ISO-8601 duration). */
    @WithDefault("PT10S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration interval();

    /**
     * How long higher numbers may arrive earlier before a number is missing; default 1 minute (an ISO-8601 duration).
     */
    @WithDefault("PT1M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration settleTime();
}
