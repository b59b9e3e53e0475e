package dev.gatehouse.iptrust.verification;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The interval of the expiry job. Only schedules refer to it, so it must not be removed as unused. */
@Unremovable
@ConfigMapping(prefix = "gatehouse.ip-trust.verification")
interface VerificationConfig {
    /** How often pending verifications are looked for that have expired. Default {@code PT5S}. */
    @WithDefault("PT5S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration expiryCheckEvery();
}
