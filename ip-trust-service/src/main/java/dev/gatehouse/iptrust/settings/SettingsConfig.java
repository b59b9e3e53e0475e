package dev.gatehouse.iptrust.settings;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The intervals of the jobs. Only schedules refer to it, so it must not be removed as unused. */
@Unremovable
@ConfigMapping(prefix = "gatehouse.ip-trust.settings")
interface SettingsConfig {
    /** How often settings are looked for whose confirmation is overdue. Default {@code PT5S}. */
    @WithDefault("PT5S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration rollbackCheckEvery();

    /** How often a new installation checks whether its settings were published. Default {@code PT30S}. */
    @WithDefault("PT30S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration publicationCheckEvery();
}
