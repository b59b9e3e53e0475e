package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Schedules mails. Every method joins the transaction of {@link Transactions#run} that is going on. */
@ApplicationScoped
public class MailQueue {
    private final PanacheMails mails;
    private final MailLanes lanes;
    private final Transactions transactions;
    private final IdGenerator ids;
    private final InstantSource clock;

    MailQueue(PanacheMails mails, MailLanes lanes, Transactions transactions, IdGenerator ids, InstantSource clock) {
        this.mails = mails;
        this.lanes = lanes;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Schedules the mail: it is sent soon after the commit, or when it is due. One that is due and finds a free lane is
     * claimed as it is stored, so nobody has to look for it.
     */
    public Uni<Void> schedule(MailOrder order) {
        return schedule(order, null);
    }

    /**
     * The same, with what makes the content from facts that this transaction has read. It is used for an attempt that
     * begins at once, in place of {@link MailKind#compose}; it MUST NOT read or wait.
     */
    public Uni<Void> schedule(MailOrder order, @Nullable Supplier<MailKind.Content> content) {
        Instant now = clock.instant();
        MailRow row = MailRow.of(ids.next(), order, now);
        Optional<Instant> leaseEnd = order.notBefore() == null ? lanes.leaseOfFreeLane(now) : Optional.empty();
        leaseEnd.ifPresent(row::claim);
        return mails.add(row)
                .invoke(() -> leaseEnd.ifPresentOrElse(end -> sendAfterCommit(row, content), this::wakeAfterCommit))
                .replaceWithVoid();
    }

    /** Makes the mails due that wait for this. */
    public Uni<Void> bringForward(String awaited) {
        return mails.bringForward(awaited, clock.instant())
                .invoke(any -> {
                    if (any) {
                        wakeAfterCommit();
                    }
                })
                .replaceWithVoid();
    }

    /** Deletes the mails of an erased account. */
    public Uni<Void> forget(UUID accountId) {
        return mails.deleteOf(accountId);
    }

    private void sendAfterCommit(MailRow row, @Nullable Supplier<MailKind.Content> content) {
        ClaimedMail claimed = ClaimedMail.of(QueuedMail.of(row), content, row.createdAt);
        transactions.afterCommit(() -> lanes.send(claimed));
    }

    private void wakeAfterCommit() {
        transactions.afterCommit(lanes::wake);
    }
}
