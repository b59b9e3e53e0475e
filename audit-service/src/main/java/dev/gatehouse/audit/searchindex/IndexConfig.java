package dev.gatehouse.audit.searchindex;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How much one request for a text may cost. */
@ConfigMapping(prefix = "gatehouse.audit.searchindex")
interface IndexConfig {
    /**
     * How many events one request looks through for a text before it answers with what it has; default 1,000,000
     * events.
     */
    @WithDefault("1000000")
    @Min(1)
    @Max(100_000_000)
    int textLimit();

    /** How many events one statement looks through for a text; default 20,000 events. */
    @WithDefault("20000")
    @Min(1)
    @Max(1_000_000)
    int textChunk();

    /** How long one statement of a search may take before it is ended and the search refused; default 5 seconds. */
    @WithDefault("PT5S")
    @DurationMin(millis = 100)
    @DurationMax(seconds = 25)
    Duration longestStatement();
}
