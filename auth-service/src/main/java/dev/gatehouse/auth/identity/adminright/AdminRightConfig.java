package dev.gatehouse.auth.identity.adminright;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How admin rights expire. */
@ConfigMapping(prefix = "gatehouse.auth.adminright")
interface AdminRightConfig {
    /** How often expired admin rights are withdrawn. */
    @WithDefault("PT10S")
    Duration expiryCheckEvery();
}
