package dev.gatehouse.chassis.http.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Limits of requests that are not limits of Quarkus. */
@ConfigMapping(prefix = "gatehouse.http")
interface HttpConfig {
    /** How long after its headers a request may take to bring the last byte of its body; default 10 seconds. */
    @WithDefault("PT10S")
    @DurationMin(millis = 1)
    @DurationMax(minutes = 10)
    Duration bodyDeadline();
}
