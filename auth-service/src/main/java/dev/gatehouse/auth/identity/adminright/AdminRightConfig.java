package dev.gatehouse.auth.identity.adminright;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How admin rights expire, and how far back their use is shown. */
@ConfigMapping(prefix = "gatehouse.auth.adminright")
interface AdminRightConfig {
    /** How often expired admin rights are withdrawn. */
    @WithDefault("PT10S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration expiryCheckEvery();

    /** How far back it is shown what of an admin right was used. */
    @WithDefault("P90D")
    @DurationMin(days = 1)
    @DurationMax(days = 730)
    Duration useWindow();

    /** How often uses before that window are deleted. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
