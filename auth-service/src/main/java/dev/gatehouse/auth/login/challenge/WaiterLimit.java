package dev.gatehouse.auth.login.challenge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Limits how many clients wait for a challenge, in this replica and for one account. */
@ApplicationScoped
class WaiterLimit {
    private final ChallengeConfig config;
    private final Map<UUID, Integer> waiters = new HashMap<>();
    private int total;

    WaiterLimit(ChallengeConfig config, MeterRegistry meters) {
        this.config = config;
        Gauge.builder("gatehouse.challenge.waiters", this, WaiterLimit::total)
                .description("Clients that wait for the answer to a login challenge")
                .strongReference(true)
                .register(meters);
    }

    /** Admits one waiter; false when a limit is reached. */
    synchronized boolean enter(UUID accountId) {
        int ofAccount = waiters.getOrDefault(accountId, 0);
        if (total >= config.waiters() || ofAccount >= config.waitersPerAccount()) {
            return false;
        }
        total++;
        waiters.put(accountId, ofAccount + 1);
        return true;
    }

    /** Releases one waiter; exactly once for each that was admitted. */
    synchronized void leave(UUID accountId) {
        total--;
        waiters.computeIfPresent(accountId, (any, count) -> count == 1 ? null : count - 1);
    }

    synchronized int total() {
        return total;
    }
}
