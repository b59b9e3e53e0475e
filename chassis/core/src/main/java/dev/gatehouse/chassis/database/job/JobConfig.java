package dev.gatehouse.chassis.database.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What all cleanup jobs have in common. */
@ConfigMapping(prefix = "gatehouse.job")
interface JobConfig {
    /**
     * How long a round of a cleanup job is put off at most; the time is drawn by lot, so that the replicas do not all
     * begin at the same moment; default 30 seconds.
     */
    @WithDefault("PT30S")
    @DurationMin(millis = 1)
    @DurationMax(hours = 1)
    Duration longestDelay();
}
