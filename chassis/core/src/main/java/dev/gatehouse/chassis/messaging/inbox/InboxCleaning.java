package dev.gatehouse.chassis.messaging.inbox;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Deletes receipts of records that cannot be delivered again. */
@ApplicationScoped
class InboxCleaning {
    private static final Duration KEPT = Topic.LONGEST_ABSENCE.plusDays(5);
    /** Small enough that no lock is held for long. */
    private static final int BATCH = 5_000;

    private static final String DELETE = "DELETE FROM inbox WHERE received_at < ? ORDER BY received_at LIMIT " + BATCH;

    private final Transactions transactions;
    private final InstantSource clock;

    InboxCleaning(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(
            every = "1h",
            delayed = "1m",
            identity = "inbox-cleaning",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> clean() {
        return transactions
                .runSql(this::deleteSome)
                .repeat()
                .until(deleted -> deleted < BATCH)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Integer> deleteSome(SqlConnection connection) {
        Tuple oldest = Tuple.of(UtcTimes.of(clock.instant().minus(KEPT)));
        return connection.preparedQuery(DELETE).execute(oldest).map(result -> result.rowCount());
    }
}
