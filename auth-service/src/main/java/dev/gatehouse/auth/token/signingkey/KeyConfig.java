package dev.gatehouse.auth.token.signingkey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Rotation of signing keys; durations in ISO-8601. */
@ConfigMapping(prefix = "gatehouse.auth.signingkey")
interface KeyConfig {
    /** How long a key signs before the next one takes over; default 30 days, at least one hour. */
    @WithDefault("P30D")
    @DurationMin(hours = 1)
    @DurationMax(days = 3650)
    Duration period();

    /** How long a key is published before it signs; default one hour, at least ten minutes. */
    @WithDefault("PT1H")
    @DurationMin(minutes = 10)
    @DurationMax(days = 30)
    Duration publishedBefore();

    /** How long a key stays published after its successor took over; default one hour, at least 15 minutes. */
    @WithDefault("PT1H")
    @DurationMin(minutes = 15)
    @DurationMax(days = 30)
    Duration publishedAfter();

    /** How often a replica reads the keys and creates one that is due; default one minute. */
    @WithDefault("PT1M")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration checkEvery();
}
