package dev.gatehouse.iptrust.settings;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Publishes the settings that a new installation begins with, so that the other services need no defaults of their own.
 */
@ApplicationScoped
class SettingsJobs {
    private final Settings settings;
    private final Transactions transactions;

    SettingsJobs(Settings settings, Transactions transactions) {
        this.settings = settings;
        this.transactions = transactions;
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> publishFirst() {
        return transactions.run(settings::publishUnlessDone);
    }
}
