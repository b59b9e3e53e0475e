package dev.gatehouse.iptrust.network;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes networks whose time is over; they have been ignored since. */
@ApplicationScoped
class NetworkExpiryJob {
    private final Networks networks;

    NetworkExpiryJob(Networks networks) {
        this.networks = networks;
    }

    @Scheduled(
            every = "${gatehouse.ip-trust-expiry.check-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> removeExpired() {
        return networks.removeExpired();
    }
}
