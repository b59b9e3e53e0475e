package dev.gatehouse.iptrust.trustedaddress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Which addresses can be trusted, and the intervals of the jobs. */
@ConfigMapping(prefix = "gatehouse.ip-trust.trustedaddress")
interface TrustedAddressConfig {
    /**
     * Whether private, loopback and other special-purpose addresses can be trusted like public ones. Only for
     * installations where every agent is on one private network, and for local tests. Default {@code false}.
     */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** How often addresses are looked for whose trust has expired. Default {@code PT5S}. */
    @WithDefault("PT5S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration expiryCheckEvery();

    /** How often rows are deleted whose trust ended a week ago. Default {@code PT6H}. */
    @WithDefault("PT6H")
    @DurationMin(seconds = 1)
    @DurationMax(days = 7)
    Duration cleanupEvery();
}
