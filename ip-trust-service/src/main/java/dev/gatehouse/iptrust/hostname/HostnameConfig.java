package dev.gatehouse.iptrust.hostname;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Lifetimes of lookup results, and the intervals of the jobs. */
@ConfigMapping(prefix = "gatehouse.ip-trust.hostname")
interface HostnameConfig {
    /** After this time a login from the same address causes another lookup. Default {@code PT5M}. */
    @WithDefault("PT5M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 30)
    Duration lookupLifetime();

    /** How long a mail about a new address may wait for its hostname. Default {@code PT0.5S}. */
    @WithDefault("PT0.5S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 1)
    Duration mailTimeout();

    /** How often due lookups are polled for; a new one normally starts at once. Default {@code PT5S}. */
    @WithDefault("PT5S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration pollEvery();

    /** How often addresses and uses past their retention are deleted. Default {@code PT6H}. */
    @WithDefault("PT6H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
