package dev.gatehouse.auth.identity.adminright;

import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Withdraws expired admin rights. Every replica runs it; the row lock lets one of them withdraw each right. */
@ApplicationScoped
class AdminRightExpiryJob {
    private static final Log LOG = Log.of(AdminRightExpiryJob.class);

    private final AdminRights rights;
    private final Accounts accounts;
    private final InstantSource clock;
    private final Set<UUID> reported = ConcurrentHashMap.newKeySet();

    AdminRightExpiryJob(AdminRights rights, Accounts accounts, InstantSource clock) {
        this.rights = rights;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Scheduled(
            every = "${gatehouse.auth.adminright.expiry-check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> withdrawExpired() {
        return accounts.adminsPastTheirEnd(clock.instant()).chain(this::withdrawEach);
    }

    private Uni<Void> withdrawEach(List<UUID> accountIds) {
        return Multi.createFrom()
                .iterable(accountIds)
                .onItem()
                .transformToUniAndConcatenate(id -> rights.expire(id).invoke(outcome -> report(id, outcome)))
                .onItem()
                .ignoreAsUni();
    }

    private void report(UUID accountId, AccountOutcome outcome) {
        if (outcome instanceof AccountOutcome.Refused refused && reported.add(accountId)) {
            LOG.with("accountId", accountId)
                    .with("reason", refused.why().code())
                    .warn("An expired admin right is kept");
        }
    }
}
