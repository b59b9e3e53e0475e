package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Withdraws expired admin rights. Every replica runs it; the row lock lets one of them withdraw each right. */
@ApplicationScoped
class AdminRightExpiryJob {
    private static final Log LOG = Log.of(AdminRightExpiryJob.class);
    private static final AdminRightCommand EXPIRED = new AdminRightCommand.Withdraw("expired");

    private final AdminRights rights;
    private final PanacheAdminRights store;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Set<UUID> reported = ConcurrentHashMap.newKeySet();

    AdminRightExpiryJob(AdminRights rights, PanacheAdminRights store, Transactions transactions, InstantSource clock) {
        this.rights = rights;
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(
            every = "${gatehouse.auth.adminright.expiry-check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> withdrawExpired() {
        return transactions.read(() -> store.expired(clock.instant())).chain(this::withdrawEach);
    }

    private Uni<Void> withdrawEach(List<UUID> accountIds) {
        return Multi.createFrom()
                .iterable(accountIds)
                .onItem()
                .transformToUniAndConcatenate(id -> transactions.run(() -> withdraw(id)))
                .onItem()
                .ignoreAsUni();
    }

    /** Reads the right again with a lock, because it may have been renewed meanwhile. */
    private Uni<Void> withdraw(UUID accountId) {
        return store.lockExpired(accountId, clock.instant())
                .chain(expired -> expired
                        ? rights.change(accountId, Optional.empty(), EXPIRED, Origin.SYSTEM)
                                .invoke(outcome -> report(accountId, outcome))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private void report(UUID accountId, AccountOutcome outcome) {
        if (outcome instanceof AccountOutcome.Refused refused && reported.add(accountId)) {
            LOG.with("accountId", accountId)
                    .with("reason", refused.why().code())
                    .warn("An expired admin right is kept");
        }
    }
}
