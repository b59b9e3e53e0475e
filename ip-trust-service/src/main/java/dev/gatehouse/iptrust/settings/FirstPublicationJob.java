package dev.gatehouse.iptrust.settings;

import dev.gatehouse.chassis.database.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes the default settings of a new installation, so that the other services need no defaults of their own. */
@ApplicationScoped
class FirstPublicationJob {
    private final Settings settings;
    private final Transactions transactions;

    FirstPublicationJob(Settings settings, Transactions transactions) {
        this.settings = settings;
        this.transactions = transactions;
    }

    @Scheduled(
            every = "${gatehouse.ip-trust.settings.publication-check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> publish() {
        return transactions.run(settings::publishIfNeverPublished);
    }
}
