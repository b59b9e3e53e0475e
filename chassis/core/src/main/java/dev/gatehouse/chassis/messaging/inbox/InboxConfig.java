package dev.gatehouse.chassis.messaging.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The receipts of consumed records. */
@ConfigMapping(prefix = "gatehouse.inbox")
interface InboxConfig {
    /** How often receipts of records that cannot be delivered again are deleted; default one hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
