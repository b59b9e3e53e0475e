package dev.gatehouse.notification.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of what becomes a notification; durations are ISO-8601. */
@ConfigMapping(prefix = "gatehouse.notification.intake")
interface IntakeConfig {
    /** How long refused sign-ins of an account are counted up in one notification. Default 15 minutes. */
    @WithDefault("PT15M")
    Duration failedLoginWindow();

    /** How long after an event a mail waits for the host name of its address. Default 1.5 seconds. */
    @WithDefault("PT1.5S")
    Duration hostnameWait();

    /** How old a look-up of an address may be so that its name is not waited for. Default 1 hour. */
    @WithDefault("PT1H")
    Duration hostnameFreshness();

    /** How long an event about an account that is not known is kept. Default 24 hours. */
    @WithDefault("PT24H")
    Duration deferredRetention();
}
