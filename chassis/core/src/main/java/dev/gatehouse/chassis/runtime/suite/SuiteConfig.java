package dev.gatehouse.chassis.runtime.suite;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What an operator configures alike for every service. */
@ConfigMapping(prefix = "gatehouse")
public interface SuiteConfig {
    /**
     * The public origin: issuer of tokens, base of every mailed link, origin of every form. Never taken from a request;
     * default http://localhost:8080.
     */
    @WithDefault("http://localhost:8080")
    @WithConverter(OriginConverter.class)
    URI origin();

    /** Hosts under which the services are asked directly, beside that of the origin; default none. */
    Optional<List<String>> allowedHosts();

    /** The name of the helpdesk in pages and mails; default Helpdesk. */
    @WithDefault("Helpdesk")
    @NotBlank
    String helpdeskName();

    /** The audience of access tokens that this service accepts. Each service sets its own. */
    @NotBlank
    String audience();

    /** The secret of this service alone: 32 random bytes in base64. */
    Optional<String> secret();

    /** The secret that auth-service and ip-trust-service share: 32 random bytes in base64. */
    Optional<String> sharedSecret();

    /** Addresses and networks of proxies whose forwarding header is trusted; default none. */
    Optional<List<String>> trustedProxies();

    /** The forwarding header that trusted proxies send: x-forwarded-for (default) or forwarded. */
    @WithDefault("x-forwarded-for")
    @NotBlank
    String forwardingHeader();

    /** IPv6 prefixes under which translators of the operator's show IPv4 clients (NAT64, RFC 6052); default none. */
    Optional<List<String>> nat64Prefixes();

    /** Which part of the requests is exported as traces, from 0 (default) to 1. */
    @WithDefault("0")
    @DecimalMin("0")
    @DecimalMax("1")
    double traceRatio();

    /** How long after authentication an administrator may make changes; default 15 minutes. */
    @WithDefault("PT15M")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration stepUpWindow();
}
