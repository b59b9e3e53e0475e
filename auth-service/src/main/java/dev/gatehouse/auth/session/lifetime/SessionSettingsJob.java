package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.session.lifetime.SessionTerms.Stored;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.identity.AccountKind;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the settings of sessions, and brings the open ones into line after a change: longer or shorter clocks count
 * from when a session began and was used last, and an account that has too many sessions loses the oldest. What is past
 * its limits then is ended by {@link SessionExpiryJob}. One replica does so; when it fails, another one after a minute.
 */
@ApplicationScoped
class SessionSettingsJob {
    private static final int BATCH = 500;

    private final SessionTerms terms;
    private final SqlSessionSettings store;
    private final Sessions sessions;
    private final Transactions transactions;

    SessionSettingsJob(SessionTerms terms, SqlSessionSettings store, Sessions sessions, Transactions transactions) {
        this.terms = terms;
        this.store = store;
        this.sessions = sessions;
        this.transactions = transactions;
    }

    @Scheduled(
            identity = "session-settings",
            every = "${gatehouse.auth.session.settings-check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return terms.read().chain(read -> Multi.createFrom()
                .iterable(read.entrySet())
                .filter(entry -> entry.getValue().due())
                .onItem()
                .transformToUniAndConcatenate(this::align)
                .onItem()
                .ignoreAsUni());
    }

    private Uni<Void> align(Map.Entry<AccountKind, Stored> due) {
        AccountKind kind = due.getKey();
        Stored stored = due.getValue();
        return store.take(kind, stored.version())
                .chain(taken -> taken
                        ? clocks(kind, stored.settings(), new UUID(0, 0))
                                .chain(() -> displace(kind, stored.settings().maxPerAccount()))
                                .chain(() -> store.done(kind, stored.version()))
                        : Uni.createFrom().voidItem());
    }

    /** Batch by batch in the order of their ids, so that no refresh waits long. */
    private Uni<Void> clocks(AccountKind kind, SessionSettings settings, UUID after) {
        return store.align(kind, settings, after, BATCH)
                .chain((Optional<UUID> last) -> last.map(id -> clocks(kind, settings, id))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> displace(AccountKind kind, int most) {
        return store.surplus(kind, most, BATCH)
                .chain(ids -> ids.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transactions
                                .run(() -> sessions.endThese(ids, SessionEnd.DISPLACED, Origin.SYSTEM))
                                .chain(() -> displace(kind, most)));
    }
}
