package dev.gatehouse.notification.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of event streams; durations are ISO-8601. */
@ConfigMapping(prefix = "gatehouse.notification.stream")
interface StreamConfig {
    /**
     * After how much silence a comment is sent, which keeps proxies from closing the connection. Default 15 seconds.
     */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** After how long a stream is ended, so that its client comes back with a fresh token. Default 15 minutes. */
    @WithDefault("PT15M")
    Duration longest();

    /** How many streams an account may have open at one replica, at least 1. Default 5. */
    @Min(1)
    @WithDefault("5")
    int perAccount();
}
