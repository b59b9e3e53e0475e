package dev.gatehouse.iptrust.dns;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the domain name system is asked. */
@ConfigMapping(prefix = "gatehouse.ip-trust.dns")
interface DnsConfig {
    /**
     * Servers to ask, each an address with an optional port ({@code 192.0.2.53}, {@code 192.0.2.53:5353},
     * {@code [2001:db8::53]:53}). Default: those of {@code /etc/resolv.conf}. {@code none}: nobody is asked.
     */
    Optional<List<String>> servers();

    /** How long one question may take. Default {@code PT0.4S}. */
    @WithDefault("PT0.4S")
    Duration queryTimeout();

    /** How long a look-up may take with all its questions. Default {@code PT1S}. */
    @WithDefault("PT1S")
    Duration totalTimeout();

    /** How many look-ups may be under way. Default 16. */
    @WithDefault("16")
    int concurrent();
}
