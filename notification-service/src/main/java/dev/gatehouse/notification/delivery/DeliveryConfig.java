package dev.gatehouse.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The mails of notifications; durations are ISO-8601. What all mails share is {@code gatehouse.mail.queue.*}. */
@ConfigMapping(prefix = "gatehouse.notification.delivery")
interface DeliveryConfig {
    /** How long a mail is tried before it is abandoned. Default 24 hours. */
    @WithDefault("PT24H")
    @DurationMin(minutes = 1)
    @DurationMax(days = 30)
    Duration giveUpAfter();
}
