package dev.gatehouse.auth.identity.adminright;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How admin rights expire. Only schedules refer to it, so it must not be removed as unused. */
@Unremovable
@ConfigMapping(prefix = "gatehouse.auth.adminright")
interface AdminRightConfig {
    /** How often expired admin rights are withdrawn. */
    @WithDefault("PT10S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration expiryCheckEvery();
}
