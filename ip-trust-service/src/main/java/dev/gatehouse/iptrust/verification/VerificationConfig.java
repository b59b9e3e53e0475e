package dev.gatehouse.iptrust.verification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long verifications are kept, and the intervals of their jobs. */
@ConfigMapping(prefix = "gatehouse.ip-trust.verification")
interface VerificationConfig {
    /** How often pending verifications are looked for that have expired. Default {@code PT5S}. */
    @WithDefault("PT5S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration expiryCheckEvery();

    /** How long a closed verification is listed. Default {@code P90D}. */
    @WithDefault("P90D")
    @DurationMin(days = 1)
    @DurationMax(days = 3650)
    Duration retention();

    /** How often closed verifications past their retention are deleted. Default {@code PT6H}. */
    @WithDefault("PT6H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
