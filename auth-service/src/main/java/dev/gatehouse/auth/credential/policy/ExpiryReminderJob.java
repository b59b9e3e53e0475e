package dev.gatehouse.auth.credential.policy;

import dev.gatehouse.auth.credential.policy.SqlPasswordAccounts.Aged;
import dev.gatehouse.auth.credential.policy.SqlPasswordAccounts.Reminder;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.PasswordExpiring;
import dev.gatehouse.contracts.identity.AccountKind;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reminds the owners of passwords that will soon be too old: 14, 7 and 1 days ahead, once each, also when several
 * replicas look at one time. After an outage only the nearest reminder is caught up on.
 */
@ApplicationScoped
class ExpiryReminderJob {
    /** Days ahead, the nearest first, each with the next nearer one: a password is reminded of by one of them. */
    private static final List<Ahead> AHEAD = List.of(new Ahead(1, 0), new Ahead(7, 1), new Ahead(14, 7));

    private static final int BATCH = 200;

    private final PasswordPolicies policies;
    private final SqlPasswordAccounts accounts;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;

    ExpiryReminderJob(
            PasswordPolicies policies,
            SqlPasswordAccounts accounts,
            Transactions transactions,
            Events events,
            InstantSource clock) {
        this.policies = policies;
        this.accounts = accounts;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(
            every = "${gatehouse.auth.policy.reminder-check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> remind() {
        return each(Stream.of(AccountKind.values()).toList(), kind -> policies.of(kind)
                .chain(policy -> remind(kind, policy.maxAge())));
    }

    private Uni<Void> remind(AccountKind kind, @Nullable Duration maxAge) {
        return maxAge == null
                ? Uni.createFrom().voidItem()
                : each(AHEAD, ahead -> remind(new Reminder(kind, maxAge, ahead.days()), ahead.nearer()));
    }

    /** Until a batch is not full: each that was reminded of is not found again. */
    private Uni<Void> remind(Reminder reminder, int nearer) {
        Instant tooOld = clock.instant().minus(reminder.maxAge());
        Instant after = tooOld.plus(Duration.ofDays(nearer));
        Instant until = tooOld.plus(Duration.ofDays(reminder.days()));
        return accounts.due(reminder, after, until, BATCH).chain(due -> each(due, aged -> remindOwner(aged, reminder))
                .chain(() -> due.size() == BATCH
                        ? remind(reminder, nearer)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> remindOwner(Aged aged, Reminder reminder) {
        Instant expiresAt = aged.setAt().plus(reminder.maxAge());
        return transactions.runSql(tx -> accounts.remind(tx, aged, expiresAt, reminder.days())
                .chain(mine -> mine
                        ? events.publish(
                                tx,
                                events.event(new PasswordExpiring(expiresAt, reminder.days()), Origin.SYSTEM)
                                        .about(aged.accountId()))
                        : Uni.createFrom().voidItem()));
    }

    private static <T> Uni<Void> each(List<T> items, Function<T, Uni<? extends Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work)
                .onItem()
                .ignoreAsUni();
    }

    private record Ahead(int days, int nearer) {}
}
