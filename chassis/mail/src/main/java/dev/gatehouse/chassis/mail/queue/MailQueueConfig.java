package dev.gatehouse.chassis.mail.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The mail queue, alike in all services that send mail; durations are ISO-8601. */
@ConfigMapping(prefix = "gatehouse.mail.queue")
interface MailQueueConfig {
    /** How many mails a replica sends at a time, each on an SMTP connection of its own. Default 4. */
    @Min(1)
    @WithDefault("4")
    @Max(100)
    int lanes();

    /**
     * How long sending one mail may take before its connection is closed. The lease of a claim is four times as long.
     * Default 30 seconds.
     */
    @WithDefault("PT30S")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 10)
    Duration sendTimeout();

    /** The pause after the first failed attempt; each further one is twice as long. Default 1 second. */
    @WithDefault("PT1S")
    @DurationMin(millis = 1)
    @DurationMax(hours = 1)
    Duration firstPause();

    /** The longest pause between two attempts. Default 2 minutes. */
    @WithDefault("PT2M")
    @DurationMin(millis = 1)
    @DurationMax(days = 1)
    Duration longestPause();

    /** How often a replica looks for mails of other replicas that are due. Default 5 seconds. */
    @WithDefault("PT5S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration pollEvery();

    /** How often the pending mails are counted for the metrics. Default 15 seconds. */
    @WithDefault("PT15S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration measureEvery();

    /** How often mails that ended long ago are deleted. Default 1 hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();

    /** How long a mail is listed after it has ended. Default 90 days. */
    @WithDefault("P90D")
    @DurationMin(hours = 1)
    @DurationMax(days = 3650)
    Duration retention();
}
