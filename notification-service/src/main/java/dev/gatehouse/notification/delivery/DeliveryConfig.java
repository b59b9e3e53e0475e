package dev.gatehouse.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the mails that are owed; durations are ISO-8601. */
@ConfigMapping(prefix = "gatehouse.notification.delivery")
interface DeliveryConfig {
    /** How long a mail is tried before it is given up. Default 24 hours. */
    @WithDefault("PT24H")
    Duration giveUpAfter();

    /**
     * How long a claimed mail is left to the replica that claimed it; longer than handing it over takes. Default 2
     * minutes.
     */
    @WithDefault("PT2M")
    Duration lease();

    /** How long a delivery is listed after it was made. Default 90 days. */
    @WithDefault("P90D")
    Duration retention();
}
