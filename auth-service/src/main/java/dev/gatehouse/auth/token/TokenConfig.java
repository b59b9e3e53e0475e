package dev.gatehouse.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Tokens; durations in ISO-8601. */
@ConfigMapping(prefix = "gatehouse.auth.token")
interface TokenConfig {
    /** Lifetime of an access token; default five minutes, 15 at most. */
    @WithDefault("PT5M")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 15)
    Duration accessLifetime();
}
