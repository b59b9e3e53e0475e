package dev.gatehouse.auth.login.challenge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Limits of login challenges; durations in ISO-8601. */
@ConfigMapping(prefix = "gatehouse.auth.challenge")
interface ChallengeConfig {
    /** How many clients may wait in one replica at once; default 2000. */
    @WithDefault("2000")
    @Min(1)
    @Max(100_000)
    int waiters();

    /** How many clients may wait for one account; default 10. */
    @WithDefault("10")
    @Min(1)
    @Max(100_000)
    int waitersPerAccount();

    /** How long a new password may be chosen after the login; default 15 minutes. */
    @WithDefault("PT15M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration passwordChangeLifetime();

    /** How long the row of a challenge is kept after its time; default one day. */
    @WithDefault("P1D")
    @DurationMin(hours = 1)
    @DurationMax(days = 3650)
    Duration retention();

    /** How often rows past their retention are deleted; default one hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
