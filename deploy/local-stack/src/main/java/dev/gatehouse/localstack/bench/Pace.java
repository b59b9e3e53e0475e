package dev.gatehouse.localstack.bench;

/**
 * How many operations begin in a second. Where the suite refuses one as too much, the pace is lowered, so that a
 * benchmark goes on with what the machine bears.
 */
final class Pace {
    private static final double LOWERED_TO = 0.8;
    private static final double SLOWEST = 1;
    /** What was refused together counts once. */
    private static final long ONCE_IN_NANOS = 1_000_000_000L;

    private double perSecond;
    private int refused;
    private long loweredAt;
    private boolean wasLowered;

    Pace(double perSecond) {
        this.perSecond = perSecond;
    }

    /** Until the next operation. */
    synchronized long nanos() {
        return (long) (1e9 / perSecond);
    }

    /** An operation was refused at this time, by {@link System#nanoTime}. */
    synchronized void refused(long now) {
        refused++;
        if (!wasLowered || now - loweredAt >= ONCE_IN_NANOS) {
            perSecond = Math.max(SLOWEST, perSecond * LOWERED_TO);
            loweredAt = now;
            wasLowered = true;
        }
    }

    synchronized double perSecond() {
        return perSecond;
    }

    /** How many operations were refused. */
    synchronized int refused() {
        return refused;
    }
}
