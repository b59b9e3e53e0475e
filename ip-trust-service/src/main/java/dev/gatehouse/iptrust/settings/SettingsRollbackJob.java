package dev.gatehouse.iptrust.settings;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Rolls back a wider scope that was not confirmed in time. */
@ApplicationScoped
class SettingsRollbackJob {
    private final SettingsChange change;

    SettingsRollbackJob(SettingsChange change) {
        this.change = change;
    }

    @Scheduled(
            every = "${gatehouse.ip-trust.settings.rollback-check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> rollBack() {
        return change.rollBackOverdue();
    }
}
