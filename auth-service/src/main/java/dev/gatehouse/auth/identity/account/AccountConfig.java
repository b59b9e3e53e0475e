package dev.gatehouse.auth.identity.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Which administrator counts as one who stays. */
@ConfigMapping(prefix = "gatehouse.auth.account")
interface AccountConfig {
    /** An administrator whose right ends within this time is not the one who stays. Default 7 days. */
    @WithDefault("P7D")
    @DurationMin(minutes = 1)
    @DurationMax(days = 90)
    Duration lastingAdminRight();
}
