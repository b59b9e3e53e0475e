package dev.gatehouse.auth.login.stepup;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.PasswordCheck;
import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.login.stepup.StepUpOutcome.Over;
import dev.gatehouse.auth.login.stepup.StepUpOutcome.Proven;
import dev.gatehouse.auth.login.stepup.StepUpOutcome.Refused;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.auth.token.TokenIssuer;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.StepUpFailed;
import dev.gatehouse.contracts.event.StepUpSucceeded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Authenticates the person of a session again. */
@ApplicationScoped
class StepUp {
    private static final String PASSWORD = "password";

    private final SessionAccounts accounts;
    private final Credentials credentials;
    private final PasswordHashing hashing;
    private final Transactions transactions;
    private final Sessions sessions;
    private final Events events;
    private final TokenIssuer issuer;

    StepUp(
            SessionAccounts accounts,
            Credentials credentials,
            PasswordHashing hashing,
            Transactions transactions,
            Sessions sessions,
            Events events,
            TokenIssuer issuer) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.hashing = hashing;
        this.transactions = transactions;
        this.sessions = sessions;
        this.events = events;
        this.issuer = issuer;
    }

    Uni<StepUpOutcome> byPassword(Caller caller, Origin origin, Secret password) {
        return transactions
                .read(() -> credentials.of(caller.accountId()))
                .chain(stored -> hashing.check(password, stored.orElse(null)))
                .chain(check -> switch (check) {
                    case PasswordCheck.Match match -> proven(caller, origin);
                    case PasswordCheck.Mismatch mismatch -> refused(caller, origin);
                });
    }

    private Uni<StepUpOutcome> proven(Caller caller, Origin origin) {
        return transactions
                .runSql(tx -> sessions.authenticated(tx, caller.sessionId(), caller.kind())
                        .call(session -> session.isPresent()
                                ? events.publish(tx, event(new StepUpSucceeded(PASSWORD), caller, origin))
                                : Uni.createFrom().voidItem()))
                .chain(session -> accounts.find(caller.accountId())
                        .chain(account -> mint(session, account.filter(SessionAccount::active))));
    }

    private Uni<StepUpOutcome> refused(Caller caller, Origin origin) {
        return transactions
                .runSql(tx -> events.publish(
                        tx, event(new StepUpFailed(PASSWORD), caller, origin).failed("wrong_password")))
                .map(done -> new Refused());
    }

    private Uni<StepUpOutcome> mint(Optional<Session> session, Optional<SessionAccount> account) {
        if (session.isEmpty() || account.isEmpty()) {
            return Uni.createFrom().item(new Over());
        }
        Session open = session.get();
        return issuer.mint(open.subject(account.get().admin())).map(Proven::new);
    }

    private <D extends EventData> SecurityEvent<D> event(D data, Caller caller, Origin origin) {
        return events.event(data, origin).about(caller.accountId());
    }
}
