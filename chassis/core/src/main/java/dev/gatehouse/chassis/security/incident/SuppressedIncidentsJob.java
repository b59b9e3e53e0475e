package dev.gatehouse.chassis.security.incident;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes once a minute how many incidents were not published. */
@ApplicationScoped
class SuppressedIncidentsJob {
    private final Incidents incidents;

    SuppressedIncidentsJob(Incidents incidents) {
        this.incidents = incidents;
    }

    @Scheduled(
            every = "1m",
            delayed = "1m",
            identity = "suppressed-incidents",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> publish() {
        return incidents.publishSuppressed();
    }
}
