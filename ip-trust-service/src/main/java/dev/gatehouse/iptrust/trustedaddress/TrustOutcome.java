package dev.gatehouse.iptrust.trustedaddress;

import java.time.Instant;

/** How asking to trust an address ended. */
public sealed interface TrustOutcome {
    /** The account may sign in from this network. */
    record Trusted(String network, Instant until) implements TrustOutcome {}

    /** The address belongs to nobody in particular. */
    record Untrustable() implements TrustOutcome {}
}
