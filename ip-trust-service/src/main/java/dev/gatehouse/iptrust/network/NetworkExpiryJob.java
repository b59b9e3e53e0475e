package dev.gatehouse.iptrust.network;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes expired networks. */
@ApplicationScoped
class NetworkExpiryJob {
    private final Networks networks;

    NetworkExpiryJob(Networks networks) {
        this.networks = networks;
    }

    @Scheduled(
            every = "${gatehouse.ip-trust.network.expiry-check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> removeExpired() {
        return networks.removeExpired();
    }
}
