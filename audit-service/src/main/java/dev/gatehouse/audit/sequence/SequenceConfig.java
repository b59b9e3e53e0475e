package dev.gatehouse.audit.sequence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a number counts as missing. */
@ConfigMapping(prefix = "gatehouse.audit.sequence")
interface SequenceConfig {
    /** How often it is looked for missing numbers; default 10 seconds (a duration such as 10s). */
    @WithDefault("10s")
    String every();

    /**
     * How long a number may be overtaken by higher ones before it is missing; default 60 seconds (an ISO-8601
     * duration).
     */
    @WithDefault("PT1M")
    Duration patience();
}
