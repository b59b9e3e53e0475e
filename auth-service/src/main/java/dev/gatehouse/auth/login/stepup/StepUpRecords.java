package dev.gatehouse.auth.login.stepup;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a step-up reads and writes. */
@ApplicationScoped
class StepUpRecords {
    private final Transactions transactions;
    private final SessionAccounts accounts;
    private final Credentials credentials;
    private final Sessions sessions;
    private final StepUpJournal journal;

    StepUpRecords(
            Transactions transactions,
            SessionAccounts accounts,
            Credentials credentials,
            Sessions sessions,
            StepUpJournal journal) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.journal = journal;
    }

    /** The account and its password. */
    record Facts(Optional<SessionAccount> account, @Nullable StoredPassword stored) {}

    Uni<Facts> read(Caller caller) {
        return transactions.read(() -> accounts.of(caller.accountId())
                .chain(account ->
                        credentials.of(caller.accountId()).map(stored -> new Facts(account, stored.orElse(null)))));
    }

    /** The session with its new time; empty when it is over. */
    Uni<Optional<Session>> proven(Caller caller, Origin origin) {
        return transactions.runSql(tx -> sessions.authenticated(tx, caller.sessionId(), caller.kind())
                .call(session -> session.isPresent()
                        ? journal.succeeded(tx, caller, origin)
                        : Uni.createFrom().voidItem()));
    }

    Uni<Void> refused(Caller caller, Origin origin) {
        return transactions.runSql(tx -> journal.failed(tx, caller, origin));
    }
}
