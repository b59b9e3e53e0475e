package dev.gatehouse.auth.login.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What operators configure of the limits on logins; administrators set the limits themselves at run time. */
@ConfigMapping(prefix = "gatehouse.auth.login.limit")
interface LimitConfig {
    /** How long a network that opened a session of an account is known for it; default 30 days. */
    @WithDefault("P30D")
    @DurationMin(hours = 1)
    @DurationMax(days = 400)
    Duration knownFor();

    /** How often rejected logins are summed up in an event; default one minute. */
    @WithDefault("PT1M")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration summaryEvery();

    /** How often counters that are forgotten are deleted; default one hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
