package dev.gatehouse.auth.login.stepup;

import dev.gatehouse.auth.credential.password.ConfirmationLimit;
import dev.gatehouse.auth.credential.password.ConfirmationLimit.Confirmation;
import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.PasswordHashing.Check;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.login.stepup.StepUpOutcome.Over;
import dev.gatehouse.auth.login.stepup.StepUpOutcome.Proven;
import dev.gatehouse.auth.login.stepup.StepUpOutcome.Refused;
import dev.gatehouse.auth.login.stepup.StepUpOutcome.Throttled;
import dev.gatehouse.auth.session.lifetime.OpenSessions;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
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
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Authenticates the person of a session again. */
@ApplicationScoped
class StepUp {
    private static final String PASSWORD = "password";

    private final SessionAccounts accounts;
    private final Credentials credentials;
    private final ConfirmationLimit limit;
    private final Transactions transactions;
    private final OpenSessions sessions;
    private final Events events;
    private final TokenIssuer issuer;

    StepUp(
            SessionAccounts accounts,
            Credentials credentials,
            ConfirmationLimit limit,
            Transactions transactions,
            OpenSessions sessions,
            Events events,
            TokenIssuer issuer) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.limit = limit;
        this.transactions = transactions;
        this.sessions = sessions;
        this.events = events;
        this.issuer = issuer;
    }

    Uni<StepUpOutcome> byPassword(Caller caller, Origin origin, Secret password) {
        return transactions.read(() -> credentials.of(caller.accountId())).chain(stored -> limit.check(
                        caller.accountId(), caller.kind(), password, stored.orElse(null))
                .chain(confirmation -> switch (confirmation) {
                    case Confirmation.Checked checked -> decide(caller, origin, stored, checked.result());
                    case Confirmation.Throttled throttled ->
                        Uni.createFrom().item(new Throttled(throttled.retryAfter()));
                }));
    }

    private Uni<StepUpOutcome> decide(Caller caller, Origin origin, Optional<StoredPassword> stored, Check check) {
        return switch (check) {
            case Check.Match match -> proven(caller, stored.orElseThrow(), origin);
            case Check.Mismatch mismatch -> refused(caller, origin);
        };
    }

    /** The proof counts if account, session and password are still those of the proof when it is recorded. */
    private Uni<StepUpOutcome> proven(Caller caller, StoredPassword proven, Origin origin) {
        return transactions
                .runSql(tx -> accounts.hold(tx, caller.accountId())
                        .chain(account -> account.filter(Session.Account::active)
                                .map(active -> credentials
                                        .requireStill(tx, caller.accountId(), proven)
                                        .chain(() -> record(tx, caller, active, origin)))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                .onFailure(Credentials.Changed.class)
                .recoverWithItem(Optional.empty())
                .chain(this::mint);
    }

    private Uni<Optional<TokenIssuer.Subject>> record(
            SqlConnection tx, Caller caller, Session.Account account, Origin origin) {
        return sessions.authenticated(tx, caller.sessionId(), caller.kind())
                .call(session -> session.isPresent()
                        ? events.publish(tx, event(new StepUpSucceeded(PASSWORD), caller, origin))
                        : Uni.createFrom().voidItem())
                .map(session -> session.map(open -> open.subject(account.admin())));
    }

    private Uni<StepUpOutcome> refused(Caller caller, Origin origin) {
        return transactions
                .runSql(tx -> events.publish(
                        tx, event(new StepUpFailed(PASSWORD), caller, origin).failed("wrong_password")))
                .map(done -> new Refused());
    }

    private Uni<StepUpOutcome> mint(Optional<TokenIssuer.Subject> subject) {
        return subject.map(proven -> issuer.mint(proven).<StepUpOutcome>map(Proven::new))
                .orElseGet(() -> Uni.createFrom().item(new Over()));
    }

    private <D extends EventData> SecurityEvent<D> event(D data, Caller caller, Origin origin) {
        return events.event(data, origin).about(caller.accountId());
    }
}
