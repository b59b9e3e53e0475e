package dev.gatehouse.notification.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the intake of events; durations are ISO-8601. */
@ConfigMapping(prefix = "gatehouse.notification.intake")
interface IntakeConfig {
    /** How old an event may be to notify of it; older ones are counted only. Default 24 hours. */
    @WithDefault("PT24H")
    @DurationMin(minutes = 1)
    @DurationMax(days = 30)
    Duration oldest();

    /** How long the failed logins of an account are counted in one notification. Default 15 minutes. */
    @WithDefault("PT15M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration failedLoginWindow();

    /** How long after an event its mail waits for the hostname of the address. Default 1.5 seconds. */
    @WithDefault("PT1.5S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 10)
    Duration hostnameWait();

    /** How old the look-up of an address may be so that its mail does not wait. Default 1 hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 30)
    Duration hostnameFreshness();

    /** How long a notification for an account that is not known is kept. Default 24 hours. */
    @WithDefault("PT24H")
    @DurationMin(minutes = 1)
    @DurationMax(days = 30)
    Duration deferredRetention();

    /** How often deferred notifications and windows of failed logins are deleted. Default 1 hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupInterval();
}
