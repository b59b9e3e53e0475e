package dev.gatehouse.audit.intake;

import org.hibernate.validator.constraints.time.DurationMin;
import org.hibernate.validator.constraints.time.DurationMax;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the intake retries when the database or the broker is not available. */
@ConfigMapping(prefix = "gatehouse.audit.intake")
interface IntakeConfig {
    /** Pause before the first repetition, doubled each time; default 100 milliseconds (an ISO-8601 duration). */
    @WithDefault("PT0.1S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 1)
    Duration firstPause();

    /** Longest pause between two repetitions; default 5 seconds (an ISO-8601 duration). */
    @WithDefault("PT5S")
    @DurationMin(millis = 1)
    @DurationMax(hours = 1)
    Duration longestPause();
}
