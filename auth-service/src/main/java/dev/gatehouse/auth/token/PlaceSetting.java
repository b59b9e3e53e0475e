package dev.gatehouse.auth.token;

import io.smallrye.mutiny.Uni;

/** How much of an IPv6 address counts as one place; administrators set it with IP trust. */
public interface PlaceSetting {
    /** Until it is set. */
    int DEFAULT_IPV6_PREFIX = 64;

    /** The prefix length as it is set now: one read of the database. */
    Uni<Integer> ipv6Prefix();
}
