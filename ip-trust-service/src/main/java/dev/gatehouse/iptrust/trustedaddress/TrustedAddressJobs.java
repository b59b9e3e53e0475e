package dev.gatehouse.iptrust.trustedaddress;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.UntrustReason;
import dev.gatehouse.iptrust.account.AccountErasureListener;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Ends of trust that nobody asks for: by date, and with the account. */
@ApplicationScoped
class TrustedAddressJobs implements AccountErasureListener {
    private final Withdrawal withdrawal;
    private final PanacheTrustedAddresses rows;
    private final TrustedAddresses addresses;

    TrustedAddressJobs(Withdrawal withdrawal, PanacheTrustedAddresses rows, TrustedAddresses addresses) {
        this.withdrawal = withdrawal;
        this.rows = rows;
        this.addresses = addresses;
    }

    @Scheduled(
            every = "${gatehouse.ip-trust-expiry.check-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> expire() {
        return withdrawal.expire();
    }

    @Scheduled(every = "6h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetEnded() {
        return withdrawal.forgetEnded();
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return rows.active(accountId)
                .chain(active -> addresses.endAll(active, UntrustReason.ACCOUNT_ERASED, Origin.SYSTEM))
                .chain(() -> rows.delete("accountId", accountId))
                .replaceWithVoid();
    }
}
