package dev.gatehouse.auth.login.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the failures under one key.
 *
 * @param failures counted and not forgotten; an attempt that is being checked counts as a failure
 * @param since from when on failures are forgotten
 * @param blockedUntil until when no attempt is let through; may be in the past
 * @param succeededAt when this pair last opened a session
 * @param passwordSetAt identifies the password whose failures are counted; absent where there is none
 */
record Counter(
        int failures,
        Instant since,
        @Nullable Instant blockedUntil,
        @Nullable Instant succeededAt,
        @Nullable Instant passwordSetAt) {
    /** Nothing was counted. */
    static final Counter NONE = new Counter(0, Instant.EPOCH, null, null, null);

    /** Far enough away to be never. */
    static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    boolean blocks(Instant now) {
        return blockedUntil != null && blockedUntil.isAfter(now);
    }

    /** Half of the failures for every window that has passed. */
    Counter decayed(Duration window, Instant now) {
        if (failures == 0) {
            return new Counter(0, now, blockedUntil, succeededAt, passwordSetAt);
        }
        long windows = Math.max(0, Duration.between(since, now).dividedBy(window));
        int left = windows >= Integer.SIZE - 1 ? 0 : failures >> windows;
        return new Counter(left, since.plus(window.multipliedBy(windows)), blockedUntil, succeededAt, passwordSetAt);
    }

    Counter cleared() {
        return new Counter(0, since, null, succeededAt, passwordSetAt);
    }

    Counter succeeded(Instant now) {
        return new Counter(0, since, null, now, passwordSetAt);
    }

    /** Of this password: the failures of another one do not count. */
    Counter ofPassword(@Nullable Instant setAt) {
        return Objects.equals(passwordSetAt, setAt) ? this : new Counter(0, since, null, succeededAt, setAt);
    }

    Counter with(int count, Instant from, @Nullable Instant until) {
        return new Counter(count, from, until, succeededAt, passwordSetAt);
    }
}
