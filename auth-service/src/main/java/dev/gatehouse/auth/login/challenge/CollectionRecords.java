package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.login.password.LoginJournal;
import dev.gatehouse.auth.login.password.Refusal;
import dev.gatehouse.auth.login.password.RefusalReason;
import dev.gatehouse.auth.login.password.SqlSignInAccounts;
import dev.gatehouse.auth.session.lifetime.NewSession;
import dev.gatehouse.auth.session.lifetime.OpenedSession;
import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The transaction of a collection: whoever takes the waiting sign-in opens its session. */
@ApplicationScoped
class CollectionRecords {
    private final Transactions transactions;
    private final Challenges challenges;
    private final Sessions sessions;
    private final SqlSignInAccounts accounts;
    private final LoginJournal journal;
    private final Events events;

    CollectionRecords(
            Transactions transactions,
            Challenges challenges,
            Sessions sessions,
            SqlSignInAccounts accounts,
            LoginJournal journal,
            Events events) {
        this.transactions = transactions;
        this.challenges = challenges;
        this.sessions = sessions;
        this.accounts = accounts;
        this.journal = journal;
        this.events = events;
    }

    /** Empty when another was faster, or when account or password changed since the sign-in began. */
    Uni<Optional<OpenedSession>> open(Challenge challenge, SessionAccount account) {
        OpenedSession opened = sessions.begin(new NewSession(
                account,
                challenge.begun().client().program(),
                challenge.begun().wish().methods(),
                challenge.begun().wish().rememberMe()));
        return transactions
                .runSql(tx ->
                        challenges.collect(tx, challenge).chain(mine -> mine ? store(tx, challenge, opened) : none()))
                .onFailure(CollectionRecords::isStale)
                .recoverWithUni(() -> refuse(challenge));
    }

    /** Closes the waiting sign-in and tells that it was refused. */
    Uni<Optional<OpenedSession>> refuse(Challenge challenge) {
        Refusal refusal =
                Refusal.of(RefusalReason.ACCOUNT_CHANGED, challenge.begun().accountId());
        return transactions.runSql(tx -> challenges
                .collect(tx, challenge)
                .call(mine ->
                        mine ? tell(tx, challenge, refusal) : Uni.createFrom().voidItem())
                .chain(CollectionRecords::none));
    }

    private Uni<Optional<OpenedSession>> store(SqlConnection tx, Challenge challenge, OpenedSession opened) {
        return sessions.store(tx, opened)
                .chain(() -> accounts.requireUnchanged(
                        tx, challenge.begun().accountId(), challenge.begun().passwordSetAt()))
                .chain(() ->
                        events.publish(tx, journal.succeeded(challenge.begun().client(), opened)))
                .map(done -> Optional.of(opened));
    }

    private Uni<Void> tell(SqlConnection tx, Challenge challenge, Refusal refusal) {
        return events.publish(tx, journal.failed(challenge.begun().client(), refusal));
    }

    private static Uni<Optional<OpenedSession>> none() {
        return Uni.createFrom().item(Optional.empty());
    }

    private static boolean isStale(Throwable failure) {
        return failure instanceof SessionAccounts.NotActive || failure instanceof SqlSignInAccounts.Changed;
    }
}
