package dev.gatehouse.iptrust.trustedaddress;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends trust at its date. */
@ApplicationScoped
class TrustedAddressExpiryJob {
    private final TrustedAddresses addresses;

    TrustedAddressExpiryJob(TrustedAddresses addresses) {
        this.addresses = addresses;
    }

    @Scheduled(
            every = "${gatehouse.ip-trust.trustedaddress.expiry-check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> expire() {
        return addresses.expire();
    }
}
