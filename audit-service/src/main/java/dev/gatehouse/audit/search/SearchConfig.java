package dev.gatehouse.audit.search;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What a search may ask for. */
@ConfigMapping(prefix = "gatehouse.audit.search")
interface SearchConfig {
    /** How many addresses a host name may stand for before it is refused as too wide; default 200 addresses. */
    @WithDefault("200")
    @Min(1)
    @Max(1000)
    int addressesPerHostname();
}
