package dev.gatehouse.iptrust.settings;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides which edits need a confirmation, and what a rollback restores. */
final class ScopePolicy {
    /** How long a wider scope may stay unconfirmed. */
    static final Duration CONFIRMATION_TIME = Duration.ofMinutes(10);

    private ScopePolicy() {}

    /** The settings after an edit: a wider scope must be confirmed, any other edit is confirmed at once. */
    static StoredSettings edited(StoredSettings stored, IpTrustSettings next, Instant now) {
        EffectiveScope scope = EffectiveScope.of(next);
        return scope.widerThan(stored.confirmed())
                ? new StoredSettings(next, stored.confirmed(), deadline(stored, scope, now), stored.version() + 1)
                : new StoredSettings(next, scope, null, stored.version() + 1);
    }

    /** The settings after their scope was confirmed. */
    static StoredSettings confirmed(StoredSettings stored) {
        return new StoredSettings(stored.values(), EffectiveScope.of(stored.values()), null, stored.version() + 1);
    }

    /** The settings after an unconfirmed scope was rolled back. */
    static StoredSettings rolledBack(StoredSettings stored) {
        return new StoredSettings(
                stored.values().with(stored.confirmed()), stored.confirmed(), null, stored.version() + 1);
    }

    /** Whether the time for the confirmation is over. */
    static boolean overdue(StoredSettings stored, Instant now) {
        Instant confirmBy = stored.confirmBy();
        return confirmBy != null && !now.isBefore(confirmBy);
    }

    /* Another edit does not extend the deadline of the same scope. */
    private static Instant deadline(StoredSettings stored, EffectiveScope scope, Instant now) {
        @Nullable Instant running = stored.confirmBy();
        return running != null && scope.equals(EffectiveScope.of(stored.values()))
                ? running
                : now.plus(CONFIRMATION_TIME);
    }
}
