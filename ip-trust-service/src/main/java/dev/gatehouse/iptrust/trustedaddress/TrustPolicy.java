package dev.gatehouse.iptrust.trustedaddress;

import java.time.Instant;

/** Rules of trust that need no row and no clock. */
final class TrustPolicy {
    /** How many addresses an account may be trusted from at once. */
    static final int MOST_PER_ACCOUNT = 20;

    private TrustPolicy() {}

    /** How many of the oldest must make room for one more. */
    static int toDisplace(int active) {
        return Math.max(0, active - MOST_PER_ACCOUNT + 1);
    }

    /**
     * The version after this one. It begins at the clock, so that it grows also when the row of an earlier trust in the
     * same network is long gone.
     */
    static long nextVersion(long version, Instant now) {
        return Math.max(version + 1, now.toEpochMilli());
    }
}
