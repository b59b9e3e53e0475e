package dev.gatehouse.auth.session.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The feed of revocations; durations in ISO-8601. */
@ConfigMapping(prefix = "gatehouse.auth.revocation")
interface RevocationConfig {
    /** How often the leading relay sends a heartbeat; default one second. */
    @WithDefault("PT1S")
    @DurationMin(millis = 100)
    @DurationMax(seconds = 4)
    Duration heartbeatEvery();
}
