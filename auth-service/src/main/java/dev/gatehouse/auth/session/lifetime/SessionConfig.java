package dev.gatehouse.auth.session.lifetime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What operators configure of sessions; administrators set at run time how long they last. */
@ConfigMapping(prefix = "gatehouse.auth.session")
interface SessionConfig {
    /** How often the settings that administrators change are read; default one second. */
    @WithDefault("PT1S")
    @DurationMin(millis = 100)
    @DurationMax(minutes = 1)
    Duration settingsCheckEvery();

    /** How often sessions past their limits are ended; default five seconds. */
    @WithDefault("PT5S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration expiryCheckEvery();

    /**
     * How long the row of an ended session is kept, so that a late use of its tokens is recognised; default 30 days.
     */
    @WithDefault("P30D")
    @DurationMin(hours = 1)
    @DurationMax(days = 3650)
    Duration retention();

    /** How often rows past their retention are deleted; default one hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
