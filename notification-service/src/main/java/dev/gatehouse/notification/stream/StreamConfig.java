package dev.gatehouse.notification.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of event streams; durations are ISO-8601. */
@ConfigMapping(prefix = "gatehouse.notification.stream")
interface StreamConfig {
    /**
     * How long a stream is silent before a comment is sent, so that proxies keep the connection. Default 15 seconds.
     */
    @WithDefault("PT15S")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 5)
    Duration heartbeat();

    /** How long a stream stays open; then its client reconnects with a new token. Default 15 minutes. */
    @WithDefault("PT15M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration maxAge();

    /** How many streams an account may have open at one replica, at least 1. Default 5. */
    @Min(1)
    @WithDefault("5")
    @Max(1_000)
    int perAccount();

    /** How many streams a replica has open, whoever opens them; the next one is refused. Default 5,000. */
    @Min(1)
    @WithDefault("5000")
    @Max(1_000_000)
    int perReplica();

    /** How often a replica looks for notifications that others stored. Default 1 second. */
    @WithDefault("PT1S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration pollInterval();
}
