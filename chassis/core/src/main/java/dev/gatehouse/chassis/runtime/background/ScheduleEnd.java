package dev.gatehouse.chassis.runtime.background;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Begins no scheduled work once the service stops: the framework closes the pool of connections first and its scheduler
 * last, and every round in between would fail.
 */
@ApplicationScoped
class ScheduleEnd {
    private final Scheduler scheduler;

    ScheduleEnd(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void stop(@Observes ShutdownEvent event) {
        scheduler.pause();
    }
}
