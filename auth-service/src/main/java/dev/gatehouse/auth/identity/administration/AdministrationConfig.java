package dev.gatehouse.auth.identity.administration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long idempotency keys are kept. */
@ConfigMapping(prefix = "gatehouse.auth.administration")
interface AdministrationConfig {
    /** How long a request with the same Idempotency-Key gets the same response. */
    @WithDefault("P1D")
    @DurationMin(minutes = 1)
    @DurationMax(days = 30)
    Duration idempotencyRetention();

    /** How often idempotency keys past their retention are deleted. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
