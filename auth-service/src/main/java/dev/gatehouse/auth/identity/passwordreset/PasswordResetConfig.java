package dev.gatehouse.auth.identity.passwordreset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long links to a new password last, and how many are mailed. */
@ConfigMapping(prefix = "gatehouse.auth.password-reset")
interface PasswordResetConfig {
    /** How long a mailed link is good; default 30 minutes. */
    @WithDefault("PT30M")
    @DurationMin(minutes = 5)
    @DurationMax(hours = 24)
    Duration life();

    /** How many links are mailed to an account within an hour; default 3. */
    @WithDefault("3")
    @Min(1)
    @Max(100)
    int hourlyPerAccount();

    /** How many requests are taken from a network (an IPv4 address, an IPv6 /48) within an hour; default 10. */
    @WithDefault("10")
    @Min(1)
    @Max(10_000)
    int hourlyPerNetwork();

    /** How long a request is kept after its link has expired; default one day. */
    @WithDefault("P1D")
    @DurationMin(hours = 1)
    @DurationMax(days = 365)
    Duration retention();

    /** How often requests past their retention are deleted; default one hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
