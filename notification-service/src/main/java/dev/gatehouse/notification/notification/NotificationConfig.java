package dev.gatehouse.notification.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the in-app list. */
@ConfigMapping(prefix = "gatehouse.notification.notification")
interface NotificationConfig {
    /** How long a notification stays in the list; ISO-8601 duration, default 180 days. */
    @WithDefault("P180D")
    Duration retention();
}
