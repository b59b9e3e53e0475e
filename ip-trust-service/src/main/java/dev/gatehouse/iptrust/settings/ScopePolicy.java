package dev.gatehouse.iptrust.settings;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an edit means for the reach that has been confirmed. */
final class ScopePolicy {
    /** How long a wider reach stands unconfirmed. */
    static final Duration TIME_TO_CONFIRM = Duration.ofMinutes(10);

    private ScopePolicy() {}

    /** The settings after an edit: a wider reach is to be confirmed, anything else counts as confirmed. */
    static StoredSettings edited(StoredSettings stored, IpTrustSettings next, Instant now) {
        EffectiveScope wanted = EffectiveScope.of(next);
        return wanted.widerThan(stored.confirmed())
                ? new StoredSettings(next, stored.confirmed(), deadline(stored, wanted, now), stored.version() + 1)
                : new StoredSettings(next, wanted, null, stored.version() + 1);
    }

    /** The settings after their reach was confirmed. */
    static StoredSettings confirmed(StoredSettings stored) {
        return new StoredSettings(stored.values(), EffectiveScope.of(stored.values()), null, stored.version() + 1);
    }

    /** The settings after an unconfirmed reach was taken back. */
    static StoredSettings takenBack(StoredSettings stored) {
        return new StoredSettings(
                stored.values().reaching(stored.confirmed()), stored.confirmed(), null, stored.version() + 1);
    }

    /** Whether the time to confirm is over. */
    static boolean overdue(StoredSettings stored, Instant now) {
        Instant confirmBy = stored.confirmBy();
        return confirmBy != null && !now.isBefore(confirmBy);
    }

    /* Editing something else meanwhile does not give the same reach more time. */
    private static Instant deadline(StoredSettings stored, EffectiveScope wanted, Instant now) {
        @Nullable Instant running = stored.confirmBy();
        return running != null && wanted.equals(EffectiveScope.of(stored.values()))
                ? running
                : now.plus(TIME_TO_CONFIRM);
    }
}
