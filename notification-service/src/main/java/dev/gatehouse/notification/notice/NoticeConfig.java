package dev.gatehouse.notification.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the in-app list. */
@ConfigMapping(prefix = "gatehouse.notification.notice")
interface NoticeConfig {
    /** How long a notice stays in the list; ISO-8601 duration, default 180 days. */
    @WithDefault("P180D")
    Duration retention();
}
