package dev.gatehouse.iptrust.hostname;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long findings are good for. */
@ConfigMapping(prefix = "gatehouse.ip-trust.hostnames")
interface HostnameConfig {
    /** After this time a sign-in from the same address causes another look-up. Default {@code PT5M}. */
    @WithDefault("PT5M")
    Duration goodFor();

    /** How long a mail about a new address may wait for its name. Default {@code PT0.5S}. */
    @WithDefault("PT0.5S")
    Duration mailWaits();
}
