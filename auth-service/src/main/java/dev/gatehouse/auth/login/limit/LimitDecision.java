package dev.gatehouse.auth.login.limit;

import java.time.Instant;
import java.util.Map;

/** The decision about an attempt. */
sealed interface LimitDecision {
    /**
     * The password may be checked.
     *
     * @param counted the counters with this attempt in them
     */
    record Count(Map<LimitKey, Counter> counted) implements LimitDecision {}

    /**
     * The password is not checked.
     *
     * @param by the key that blocks; one of the caller where there is one
     */
    record Throttle(LimitKey by, Instant until) implements LimitDecision {}
}
