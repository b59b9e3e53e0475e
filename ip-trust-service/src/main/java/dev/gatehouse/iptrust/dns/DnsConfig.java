package dev.gatehouse.iptrust.dns;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How DNS is queried. */
@ConfigMapping(prefix = "gatehouse.ip-trust.dns")
interface DnsConfig {
    /**
     * Servers to query, each an address with an optional port ({@code 192.0.2.53}, {@code 192.0.2.53:5353},
     * {@code [2001:db8::53]:53}). Default: those of {@code /etc/resolv.conf}. {@code none}: no lookups.
     */
    Optional<List<String>> servers();

    /** Timeout of one query. Default {@code PT0.4S}. */
    @WithDefault("PT0.4S")
    @DurationMin(millis = 10)
    @DurationMax(seconds = 30)
    Duration queryTimeout();

    /** Timeout of a lookup with all its queries. Default {@code PT1S}. */
    @WithDefault("PT1S")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration totalTimeout();

    /** How many lookups may run at once. Default 16. */
    @WithDefault("16")
    @Min(1)
    @Max(1_000)
    int concurrent();
}
