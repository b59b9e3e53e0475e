package dev.gatehouse.auth.identity.invitation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long invitations are kept. */
@ConfigMapping(prefix = "gatehouse.auth.invitation")
interface InvitationConfig {
    /** How long an invitation is kept after its time, so that its link says what became of it; default 30 days. */
    @WithDefault("P30D")
    @DurationMin(hours = 1)
    @DurationMax(days = 3650)
    Duration retention();

    /** How often invitations past their retention are deleted; default one hour. */
    @WithDefault("PT1H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
