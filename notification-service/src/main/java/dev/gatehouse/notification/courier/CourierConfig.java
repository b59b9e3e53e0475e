package dev.gatehouse.notification.courier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of sending; durations are ISO-8601. */
@ConfigMapping(prefix = "gatehouse.notification.courier")
interface CourierConfig {
    /** The pause after the first failed attempt; each further one is twice as long. Default 5 seconds. */
    @WithDefault("PT5S")
    Duration firstPause();

    /** The longest pause between two attempts. Default 5 minutes. */
    @WithDefault("PT5M")
    Duration longestPause();

    /** How long handing one mail over may take; less than the lease of a delivery. Default 30 seconds. */
    @WithDefault("PT30S")
    Duration sendTimeout();

    /** How many mails a replica hands over at a time, at least 1. Default 4. */
    @Min(1)
    @WithDefault("4")
    int concurrency();
}
