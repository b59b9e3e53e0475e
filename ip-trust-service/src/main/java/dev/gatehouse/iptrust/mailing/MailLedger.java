package dev.gatehouse.iptrust.mailing;

import dev.gatehouse.chassis.database.Transactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Claims mails and notes what became of them, each in a transaction of its own; a claim that was lost notes nothing.
 */
@ApplicationScoped
class MailLedger {
    private static final String METRIC = "gatehouse.mails";

    private final PanacheMails mails;
    private final Transactions transactions;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    MailLedger(PanacheMails mails, Transactions transactions, InstantSource clock, MeterRegistry metrics) {
        this.mails = mails;
        this.transactions = transactions;
        this.clock = clock;
        this.metrics = metrics;
    }

    Uni<Optional<ClaimedMail>> claim() {
        return transactions.run(() -> mails.firstDue(clock.instant())
                .map(row -> Optional.ofNullable(row).map(due -> due.claim(clock.instant()))));
    }

    Uni<Void> sent(ClaimedMail claim, MailSource source) {
        return whileHeld(claim, row -> {
                    row.end(MailState.SENT, clock.instant());
                    return source.sent(claim.subjectId());
                })
                .invoke(() -> count(claim, MailState.SENT));
    }

    Uni<Void> giveUp(ClaimedMail claim, MailSource source, String reason) {
        return whileHeld(claim, row -> {
                    row.end(MailState.GIVEN_UP, clock.instant());
                    row.because(reason);
                    return source.gaveUp(claim.subjectId(), reason);
                })
                .invoke(() -> count(claim, MailState.GIVEN_UP));
    }

    Uni<Void> drop(ClaimedMail claim, String reason) {
        return whileHeld(claim, row -> {
                    row.end(MailState.DROPPED, clock.instant());
                    row.because(reason);
                    return Uni.createFrom().voidItem();
                })
                .invoke(() -> count(claim, MailState.DROPPED));
    }

    Uni<Void> postpone(ClaimedMail claim, String reason) {
        return whileHeld(claim, row -> {
            row.postpone(MailRetryPolicy.next(claim.attempt(), clock.instant()));
            row.because(reason);
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> whileHeld(ClaimedMail claim, Function<MailRow, Uni<Void>> note) {
        return transactions.run(() -> mails.held(claim.id())
                .chain(row -> row != null && row.heldBy(claim)
                        ? note.apply(row)
                        : Uni.createFrom().voidItem()));
    }

    private void count(ClaimedMail claim, MailState result) {
        metrics.counter(METRIC, "kind", claim.kind(), "result", result.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
