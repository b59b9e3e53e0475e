package dev.gatehouse.auth.session.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The feed of revocations; durations in ISO-8601. */
@ConfigMapping(prefix = "gatehouse.auth.revocation")
interface RevocationConfig {
    /** How often the leading relay sends a heartbeat; default one second. */
    @WithDefault("PT1S")
    Duration heartbeatEvery();
}
