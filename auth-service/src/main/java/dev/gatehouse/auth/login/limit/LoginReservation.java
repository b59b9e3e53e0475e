package dev.gatehouse.auth.login.limit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the password of an attempt may be checked. */
public sealed interface LoginReservation {
    /** It may, and the attempt is counted as failed until it is settled. */
    final class Reserved implements LoginReservation {
        final LoginLimits.Reading reading;
        final LimitSubject subject;
        /** Empty while the limits are switched off. */
        final List<LimitKey> lane;

        final boolean isLast;

        /** @param isLast whether the credential is locked if this attempt fails */
        Reserved(LoginLimits.Reading reading, LimitSubject subject, List<LimitKey> lane, boolean isLast) {
            this.reading = reading;
            this.subject = subject;
            this.lane = List.copyOf(lane);
            this.isLast = isLast;
        }
    }

    /**
     * It may not.
     *
     * @param remaining how long the caller has to wait; absent when the answer MUST be that to a wrong password,
     *     because not the caller alone caused the limit
     */
    record Throttled(@Nullable Duration remaining) implements LoginReservation {
        /** How long the caller has to wait, if it may know. */
        public Optional<Duration> retryAfter() {
            return Optional.ofNullable(remaining);
        }
    }
}
