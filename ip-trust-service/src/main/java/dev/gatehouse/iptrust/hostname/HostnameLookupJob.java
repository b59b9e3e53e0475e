package dev.gatehouse.iptrust.hostname;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Starts lookups whose signal was lost, for example when the service stopped after a commit. */
@ApplicationScoped
class HostnameLookupJob {
    private final LookupWorker worker;

    HostnameLookupJob(LookupWorker worker) {
        this.worker = worker;
    }

    @Scheduled(
            every = "${gatehouse.ip-trust.hostname.poll-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void signal() {
        worker.signal();
    }
}
