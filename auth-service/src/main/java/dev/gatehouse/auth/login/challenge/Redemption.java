package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.auth.session.lifetime.SessionGrant;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.auth.token.RefreshToken.Transport;
import dev.gatehouse.auth.token.TokenIssuer;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.ChallengeKind;
import dev.gatehouse.contracts.event.LoginFailed;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens the session of an approved challenge, once. Account and password are checked again in the transaction that
 * opens the session, because minutes have passed since the login.
 */
@ApplicationScoped
class Redemption {
    private final SqlChallenges challenges;
    private final SessionAccounts accounts;
    private final Transactions transactions;
    private final Sessions sessions;
    private final Credentials credentials;
    private final TokenIssuer issuer;
    private final Events events;
    private final MeterRegistry meters;

    Redemption(
            SqlChallenges challenges,
            SessionAccounts accounts,
            Transactions transactions,
            Sessions sessions,
            Credentials credentials,
            TokenIssuer issuer,
            Events events,
            MeterRegistry meters) {
        this.challenges = challenges;
        this.accounts = accounts;
        this.transactions = transactions;
        this.sessions = sessions;
        this.credentials = credentials;
        this.issuer = issuer;
        this.events = events;
        this.meters = meters;
    }

    /** The result of redeeming a challenge. */
    sealed interface Outcome {
        /** The session, to be handed over by the transport that was requested with the login. */
        record Redeemed(SessionGrant grant, Transport transport) implements Outcome {}

        /** The address is proven: the session that was open goes on with its own refresh token. */
        record Proven() implements Outcome {}

        /** No session is opened before the account has a new password. */
        record PasswordNeeded(Challenge answered, PasswordChangeReason why) implements Outcome {}

        /** Another proof is needed: the next challenge. */
        record Challenged(Challenge.Opened next) implements Outcome {}

        /** The answer breaks a rule. */
        record Invalid(List<Violation> violations) implements Outcome {}

        /** The challenge has not been answered yet. */
        record Pending(ChallengeKind kind) implements Outcome {
            String detail() {
                return kind == ChallengeKind.PASSWORD_CHANGE
                        ? "A new password is needed: send it as newPassword."
                        : "The address has not been confirmed yet.";
            }
        }

        /** It was denied, it expired, or it was redeemed before. */
        record Closed() implements Outcome {}

        /** It was opened by another client, or by this one at another place. */
        record Moved() implements Outcome {}

        /** There is no such challenge. */
        record Unknown() implements Outcome {}
    }

    /** The steps: read the account, open the session in one transaction, mint. */
    Uni<Outcome> redeem(Challenge challenge) {
        return switch (challenge.state()) {
            case PENDING -> outcome(new Outcome.Pending(challenge.kind()));
            case DENIED, EXPIRED, REDEEMED -> outcome(new Outcome.Closed());
            case APPROVED ->
                accounts.find(challenge.terms().accountId()).chain(account -> account.filter(Session.Account::active)
                        .map(active -> proceed(challenge, active))
                        .orElseGet(() -> refuse(challenge).replaceWith(new Outcome.Closed())));
        };
    }

    private Uni<Outcome> proceed(Challenge challenge, Session.Account account) {
        if (challenge.terms().session().continues() != null) {
            return transactions
                    .runSql(tx -> challenges.redeem(tx, challenge.reference()))
                    .map(won -> won ? new Outcome.Proven() : new Outcome.Closed());
        }
        PasswordChangeReason why = demanded(challenge, account);
        return why != null
                ? outcome(new Outcome.PasswordNeeded(challenge, why))
                : open(challenge, account).chain(opened -> opened.map(session -> mint(challenge, session))
                        .orElseGet(() -> outcome(new Outcome.Closed())));
    }

    /** Of the account, or of the login; what the login was asked for is done when a new password answered it. */
    private static @Nullable PasswordChangeReason demanded(Challenge challenge, Session.Account account) {
        return account.passwordChange() != null || challenge.kind() == ChallengeKind.PASSWORD_CHANGE
                ? account.passwordChange()
                : challenge.terms().passwordChange();
    }

    /** Empty when another request was faster, or when account or password changed since the login. */
    private Uni<Optional<Session.Opened>> open(Challenge challenge, Session.Account account) {
        Challenge.Terms terms = challenge.terms();
        Session.Opened opened = sessions.begin(
                account,
                terms.client().client(),
                terms.session().methods(),
                terms.session().rememberMe());
        return transactions
                .runSql(tx -> challenges
                        .redeem(tx, challenge.reference())
                        .chain(won -> won
                                ? store(tx, terms, opened).replaceWith(Optional.of(opened))
                                : Uni.createFrom().item(Optional.<Session.Opened>empty())))
                .onFailure(Redemption::isStale)
                .recoverWithUni(() -> refuse(challenge));
    }

    private Uni<Void> store(SqlConnection tx, Challenge.Terms terms, Session.Opened opened) {
        Session session = opened.session();
        LoginSucceeded data = new LoginSucceeded(terms.client().audience(), session.methods());
        return sessions.store(tx, opened)
                .chain(() -> credentials.requireUnchanged(tx, terms.accountId(), terms.passwordSetAt()))
                .chain(() -> events.publish(
                        tx,
                        events.event(data, terms.client().client().origin(session.owner()))
                                .about(session.accountId())
                                .within(session.id())));
    }

    /** Closes the challenge and publishes that the login failed. */
    private Uni<Optional<Session.Opened>> refuse(Challenge challenge) {
        Challenge.Client client = challenge.terms().client();
        return transactions.runSql(tx -> challenges
                .redeem(tx, challenge.reference())
                .call(won -> won
                        ? events.publish(
                                tx,
                                events.event(
                                                new LoginFailed(client.audience(), null),
                                                client.client().origin(Actor.ANONYMOUS))
                                        .about(challenge.terms().accountId())
                                        .failed("account_changed"))
                        : Uni.createFrom().voidItem())
                .replaceWith(Optional.empty()));
    }

    private Uni<Outcome> mint(Challenge challenge, Session.Opened opened) {
        Challenge.Terms terms = challenge.terms();
        meters.counter("gatehouse.logins", "audience", terms.client().audience().toString(), "outcome", "redeemed")
                .increment();
        return issuer.mint(opened.subject())
                .map(token -> new Outcome.Redeemed(
                        new SessionGrant(opened, token), terms.session().transport()));
    }

    private static boolean isStale(Throwable failure) {
        return failure instanceof SessionAccounts.NotActive || failure instanceof Credentials.Changed;
    }

    private static Uni<Outcome> outcome(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
