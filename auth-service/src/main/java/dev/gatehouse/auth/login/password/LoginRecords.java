package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.login.challenge.ChallengeClient;
import dev.gatehouse.auth.login.challenge.Challenges;
import dev.gatehouse.auth.login.challenge.OpenedChallenge;
import dev.gatehouse.auth.login.password.LoginDecision.Proven;
import dev.gatehouse.auth.session.lifetime.OpenedSession;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The one transaction of a sign-in: its outcome and what others are told of it, all statements sent at once. */
@ApplicationScoped
class LoginRecords {
    private final Transactions transactions;
    private final Sessions sessions;
    private final Challenges challenges;
    private final SqlSignInAccounts accounts;
    private final LoginJournal journal;
    private final Events events;

    LoginRecords(
            Transactions transactions,
            Sessions sessions,
            Challenges challenges,
            SqlSignInAccounts accounts,
            LoginJournal journal,
            Events events) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.challenges = challenges;
        this.accounts = accounts;
        this.journal = journal;
        this.events = events;
    }

    /** Fails, with nothing stored, when account or password changed while the password was being checked. */
    Uni<Void> opened(ChallengeClient client, OpenedSession opened, Proven proven) {
        SecurityEvent<?> told = journal.succeeded(client, opened);
        return transactions.runSql(tx -> Uni.combine()
                .all()
                .unis(
                        sessions.store(tx, opened),
                        accounts.requireUnchanged(tx, proven.account().id(), proven.passwordSetAt()),
                        events.publish(tx, told))
                .discardItems());
    }

    Uni<Void> challenged(ChallengeClient client, OpenedChallenge opened, Proven proven) {
        SecurityEvent<?> told = journal.challenged(client, proven.account().id(), challenges.told(opened));
        return transactions.runSql(tx -> Uni.combine()
                .all()
                .unis(challenges.store(tx, opened), events.publish(tx, told))
                .discardItems());
    }

    Uni<Void> refused(ChallengeClient client, Refusal refusal) {
        SecurityEvent<?> told = journal.failed(client, refusal);
        return transactions.runSql(tx -> events.publish(tx, told));
    }
}
