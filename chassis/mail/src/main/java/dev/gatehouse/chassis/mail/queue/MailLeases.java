package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.mail.queue.MailKind.Abandonment;
import dev.gatehouse.chassis.security.secret.RandomSecrets;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Claims mails and marks what became of them; a claim whose lease was taken over marks nothing. */
@ApplicationScoped
class MailLeases {
    private static final int BATCH = 20;
    private static final int LEASE_PER_TIMEOUT = 4;
    private static final int LONGEST_ERROR = 200;
    private static final int RANDOM_STEPS = 1001;

    private final PanacheMails mails;
    private final Transactions transactions;
    private final MailBackoff backoff;
    private final Duration lease;
    private final RandomSecrets random;
    private final InstantSource clock;
    private final MeterRegistry meters;

    MailLeases(
            PanacheMails mails,
            Transactions transactions,
            MailQueueConfig config,
            RandomSecrets random,
            InstantSource clock,
            MeterRegistry meters) {
        this.mails = mails;
        this.transactions = transactions;
        this.backoff = new MailBackoff(config.firstPause(), config.longestPause());
        this.lease = config.sendTimeout().multipliedBy(LEASE_PER_TIMEOUT);
        this.random = random;
        this.clock = clock;
        this.meters = meters;
    }

    /** When a claim that is made now ends. */
    Instant leaseEnd(Instant now) {
        return now.plus(lease);
    }

    /** Whether the lease of this claim is long enough for an attempt that begins now. */
    boolean allowsAttempt(QueuedMail claimed) {
        Instant leaseEnd = claimed.nextAttemptAt();
        return leaseEnd != null && clock.instant().isBefore(leaseEnd.minus(lease.dividedBy(2)));
    }

    /** Claims the mail that is due longest. A look that finds nothing due opens no transaction. */
    Uni<Claim> claim() {
        return transactions
                .read(() -> mails.firstPending(BATCH)
                        .map(rows -> rows.stream().map(QueuedMail::of).toList()))
                .chain(this::claimFirst);
    }

    Uni<Void> sent(QueuedMail claimed, String recipient, MailKind kind) {
        return marked(
                        () -> mails.end(claimed, MailState.SENT, clock.instant(), recipient, null),
                        () -> kind.sent(claimed))
                .invoke(held -> count(claimed, "sent", held))
                .invoke(() -> meters.timer("gatehouse.mail.lag", "kind", claimed.kind())
                        .record(Duration.between(claimed.createdAt(), clock.instant())))
                .replaceWithVoid();
    }

    Uni<Void> drop(QueuedMail claimed, String reason, MailKind kind) {
        return marked(() -> end(claimed, MailState.DROPPED, reason), () -> kind.dropped(claimed, reason))
                .invoke(held -> count(claimed, "dropped", held))
                .replaceWithVoid();
    }

    Uni<Void> abandon(QueuedMail claimed, Abandonment why, MailKind kind) {
        return marked(() -> end(claimed, MailState.ABANDONED, why.reason()), () -> kind.abandoned(claimed, why))
                .invoke(held -> count(claimed, "abandoned", held))
                .replaceWithVoid();
    }

    /** Queues the mail for its next attempt, or abandons it when that would be too late. */
    Uni<Void> retry(QueuedMail claimed, String reason, MailKind kind) {
        double chance = random.number(RANDOM_STEPS) / (RANDOM_STEPS - 1.0);
        return backoff.next(claimed.attempts(), clock.instant(), claimed.notAfter(), chance)
                .map(due -> transactions
                        .run(() -> mails.postpone(claimed, due, cut(reason)))
                        .invoke(held -> count(claimed, "retried", held))
                        .replaceWithVoid())
                .orElseGet(() -> abandon(claimed, new Abandonment(true, reason), kind));
    }

    private Uni<Boolean> end(QueuedMail claimed, MailState end, String reason) {
        return mails.end(claimed, end, clock.instant(), null, cut(reason));
    }

    private Uni<Boolean> marked(Supplier<Uni<Boolean>> mark, Supplier<Uni<Void>> effect) {
        return transactions.run(() ->
                mark.get().call(held -> held ? effect.get() : Uni.createFrom().voidItem()));
    }

    private Uni<Claim> claimFirst(List<QueuedMail> pending) {
        Instant now = clock.instant();
        return Multi.createFrom()
                .iterable(pending)
                .select()
                .where(mail -> mail.isDue(now))
                .map(QueuedMail::claimed)
                .onItem()
                .transformToUniAndConcatenate(claimed -> transactions
                        .runStatement(connection -> PanacheMails.claim(connection, claimed, leaseEnd(now)))
                        .map(taken -> taken ? Optional.of(claimed) : Optional.<QueuedMail>empty()))
                .select()
                .where(Optional::isPresent)
                .toUni()
                .map(taken -> Claim.of(taken == null ? Optional.empty() : taken, pending));
    }

    private void count(QueuedMail claimed, String result, boolean held) {
        meters.counter("gatehouse.mail.results", "kind", claimed.kind(), "result", held ? result : "fenced")
                .increment();
    }

    private static String cut(String reason) {
        return reason.length() <= LONGEST_ERROR ? reason : reason.substring(0, LONGEST_ERROR);
    }

    /**
     * The result of looking for a mail to send.
     *
     * @param nextDueAt of the first other pending mail; in the past when that can be claimed too
     */
    record Claim(Optional<QueuedMail> mail, @Nullable Instant nextDueAt) {
        private static Claim of(Optional<QueuedMail> taken, List<QueuedMail> pending) {
            return new Claim(
                    taken,
                    pending.stream()
                            .filter(other -> taken.isEmpty()
                                    || !other.id().equals(taken.get().id()))
                            .map(QueuedMail::nextAttemptAt)
                            .findFirst()
                            .orElse(null));
        }
    }
}
