package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.AddressVerificationExpired;
import dev.gatehouse.iptrust.verification.VerificationRow.State;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Closes pending verifications that have expired. */
@ApplicationScoped
class VerificationExpiryJob {
    private final PanacheVerifications rows;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;

    VerificationExpiryJob(PanacheVerifications rows, Transactions transactions, Events events, InstantSource clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(
            every = "${gatehouse.ip-trust.verification.expiry-check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> expire() {
        return transactions.run(() -> rows.lockOverdue(clock.instant()).chain(this::expireAll));
    }

    private Uni<Void> expireAll(List<VerificationRow> overdue) {
        return Multi.createFrom()
                .iterable(overdue)
                .onItem()
                .transformToUniAndConcatenate(this::expire)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> expire(VerificationRow row) {
        row.close(State.EXPIRED, null, clock.instant());
        return events.publish(events.event(new AddressVerificationExpired(row.reference), Origin.SYSTEM)
                .about(row.accountId));
    }
}
