package dev.gatehouse.chassis.mail.queue;

import dev.gatehouse.chassis.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators do with mails: list them, and have one tried again. */
@ApplicationScoped
public class MailAdministration {
    private final PanacheMails mails;
    private final MailLanes lanes;
    private final Transactions transactions;
    private final InstantSource clock;

    MailAdministration(PanacheMails mails, MailLanes lanes, Transactions transactions, InstantSource clock) {
        this.mails = mails;
        this.lanes = lanes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The newest mails first, at most this many. */
    public Uni<List<QueuedMail>> list(Filter filter, int limit) {
        return transactions.read(() -> mails.list(filter, limit)
                .map(rows -> rows.stream().map(QueuedMail::of).toList()));
    }

    /** Makes the mail due now and keeps it until this time; joins the transaction that is going on. */
    public Uni<RetryOutcome> retry(UUID id, Instant notAfter) {
        return mails.locked(id).map(row -> retry(row, notAfter));
    }

    private RetryOutcome retry(@Nullable MailRow row, Instant notAfter) {
        if (row == null) {
            return new RetryOutcome.Unknown();
        }
        if (row.state == MailState.SENT) {
            return new RetryOutcome.SentAlready();
        }
        row.notAfter = notAfter;
        if (row.state != MailState.SENDING) {
            row.state = MailState.QUEUED;
            row.dueAt = clock.instant();
            row.awaited = null;
            row.endedAt = null;
            transactions.afterCommit(lanes::wake);
        }
        return new RetryOutcome.Scheduled(QueuedMail.of(row));
    }

    /**
     * Which mails.
     *
     * @param states empty: all
     * @param before only those scheduled before the mail with this id
     */
    public record Filter(
            Set<MailState> states, Optional<String> kind, Optional<UUID> accountId, Optional<UUID> before) {
        /** Copies. */
        public Filter {
            states = Set.copyOf(states);
        }
    }

    /** How a retry ended. */
    public sealed interface RetryOutcome {
        /** It is due now; one that is being sent is tried again if that fails. */
        record Scheduled(QueuedMail mail) implements RetryOutcome {}

        /** The SMTP server has taken it. */
        record SentAlready() implements RetryOutcome {}

        /** There is no such mail. */
        record Unknown() implements RetryOutcome {}
    }
}
