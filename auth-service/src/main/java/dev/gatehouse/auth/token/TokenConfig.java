package dev.gatehouse.auth.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the tokens. */
@ConfigMapping(prefix = "gatehouse.token")
interface TokenConfig {
    /** How long an access token is good for, ISO-8601; default five minutes, 15 at most. */
    @WithDefault("PT5M")
    Duration accessLifetime();
}
