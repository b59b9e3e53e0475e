package dev.gatehouse.auth.login.challenge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Room for so many who wait, and no more. */
@ApplicationScoped
class Seats {
    private final WaitConfig settings;
    private final Map<UUID, Integer> taken = new HashMap<>();
    private int all;

    Seats(WaitConfig settings, MeterRegistry meters) {
        this.settings = settings;
        Gauge.builder("gatehouse.waiting.clients", this, Seats::taken)
                .description("Clients that wait for an answer to their sign-in")
                .strongReference(true)
                .register(meters);
    }

    /** Takes a seat; false when there is none. */
    synchronized boolean take(UUID accountId) {
        int ofAccount = taken.getOrDefault(accountId, 0);
        if (all >= settings.seats() || ofAccount >= settings.seatsPerAccount()) {
            return false;
        }
        all++;
        taken.put(accountId, ofAccount + 1);
        return true;
    }

    /** Gives one back; exactly once for each that was taken. */
    synchronized void leave(UUID accountId) {
        all--;
        taken.computeIfPresent(accountId, (any, count) -> count == 1 ? null : count - 1);
    }

    synchronized int taken() {
        return all;
    }
}
