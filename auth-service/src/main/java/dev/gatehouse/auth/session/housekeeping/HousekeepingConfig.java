package dev.gatehouse.auth.session.housekeeping;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long things are kept; durations in ISO-8601. */
@ConfigMapping(prefix = "gatehouse.housekeeping")
interface HousekeepingConfig {
    /** How often sessions past their limits are looked for; default five seconds. */
    @WithDefault("PT5S")
    Duration endSessionsEvery();

    /** How often rows of no use are looked for; default one hour. */
    @WithDefault("PT1H")
    Duration forgetEvery();

    /**
     * How long the row of an ended session is kept, which a late use of its tokens is recognised by; default 30 days.
     */
    @WithDefault("P30D")
    Duration keepEndedSessions();

    /** How long a waiting sign-in is kept after its time; default one day. */
    @WithDefault("P1D")
    Duration keepChallenges();

    /** How long a host name is kept without being told again; default seven days. */
    @WithDefault("P7D")
    Duration keepHostnames();
}
