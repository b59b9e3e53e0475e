package dev.gatehouse.auth.credential.policy;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What of the password policy operators set; the policy itself is set by administrators. */
@Unremovable
@ConfigMapping(prefix = "gatehouse.auth.policy")
interface PolicyConfig {
    /**
     * Where the first five hexadecimal digits of the SHA-1 of a new password are looked up, as the range API of Have I
     * Been Pwned does it; default nowhere.
     */
    Optional<URI> breachUrl();

    /** How long a new password waits for that answer; without one it is accepted, and an event says so. */
    @WithDefault("PT1S")
    @DurationMin(millis = 100)
    @DurationMax(seconds = 10)
    Duration breachTimeout();

    /** How often owners of passwords that will soon be too old are looked for. */
    @WithDefault("PT10M")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 12)
    Duration reminderCheckEvery();
}
