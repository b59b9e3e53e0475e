package dev.gatehouse.iptrust.trustedaddress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which addresses can be trusted at all. */
@ConfigMapping(prefix = "gatehouse.ip-trust")
interface TrustedAddressConfig {
    /**
     * Whether private, loopback and other special-purpose addresses can be trusted like public ones; only for where
     * every agent is on a network of one's own, and for trying things out. Default {@code false}.
     */
    @WithDefault("false")
    boolean allowPrivateAddresses();
}
