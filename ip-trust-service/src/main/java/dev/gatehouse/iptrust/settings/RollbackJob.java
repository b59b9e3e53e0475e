package dev.gatehouse.iptrust.settings;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes unconfirmed changes back when their time is over. */
@ApplicationScoped
class RollbackJob {
    private final SettingsChange change;

    RollbackJob(SettingsChange change) {
        this.change = change;
    }

    @Scheduled(
            every = "${gatehouse.ip-trust-expiry.check-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeBack() {
        return change.takeBack();
    }
}
