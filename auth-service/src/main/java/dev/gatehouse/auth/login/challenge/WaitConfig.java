package dev.gatehouse.auth.login.challenge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of the long poll. */
@ConfigMapping(prefix = "gatehouse.waiting")
interface WaitConfig {
    /** How many clients may wait in one replica at once; default 2000. */
    @WithDefault("2000")
    int seats();

    /** How many may wait for one account; default 10. */
    @WithDefault("10")
    int seatsPerAccount();
}
