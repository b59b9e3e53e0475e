package dev.gatehouse.notification.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the in-app list; durations are ISO-8601. */
@ConfigMapping(prefix = "gatehouse.notification.notification")
interface NotificationConfig {
    /** How long a notification is kept. Default 180 days. */
    @WithDefault("P180D")
    @DurationMin(hours = 1)
    @DurationMax(days = 3650)
    Duration retention();

    /** How often older notifications are deleted. Default 1 hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupInterval();
}
