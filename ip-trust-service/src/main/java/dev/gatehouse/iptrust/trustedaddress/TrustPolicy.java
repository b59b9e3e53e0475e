package dev.gatehouse.iptrust.trustedaddress;

/** Rules of trust that need no row and no clock. */
final class TrustPolicy {
    /** How many addresses an account may be trusted from at once. */
    static final int MOST_PER_ACCOUNT = 20;

    private TrustPolicy() {}

    /** How many of the oldest must make room for one more. */
    static int toDisplace(int active) {
        return Math.max(0, active - MOST_PER_ACCOUNT + 1);
    }
}
