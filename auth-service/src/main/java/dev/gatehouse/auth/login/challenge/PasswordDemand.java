package dev.gatehouse.auth.login.challenge;

import dev.gatehouse.auth.credential.password.Credentials.NewPassword;
import dev.gatehouse.auth.credential.policy.NewPasswords;
import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.event.SessionEnd;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Opens a {@code password_change} challenge after another one, and answers it with a new password. The password, the
 * ended sessions, the answered challenge and the event are one transaction; the session is opened after it, by
 * {@link Redemption}.
 */
@ApplicationScoped
class PasswordDemand {
    private static final String FIELD = "newPassword";
    /** The answer to a new password that no one asked for. */
    static final List<Violation> NOT_ASKED =
            List.of(new Violation(FIELD, "not-applicable", "answers a password_change challenge only"));

    private final PanacheChallenges challenges;
    private final Challenges opening;
    private final Accounts accounts;
    private final NewPasswords passwords;
    private final Sessions sessions;
    private final Events events;
    private final Transactions transactions;

    PasswordDemand(
            PanacheChallenges challenges,
            Challenges opening,
            Accounts accounts,
            NewPasswords passwords,
            Sessions sessions,
            Events events,
            Transactions transactions) {
        this.challenges = challenges;
        this.opening = opening;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.events = events;
        this.transactions = transactions;
    }

    /** The result of an answer. */
    sealed interface Outcome {
        /** The password is set, and the challenge can be redeemed. */
        record Accepted() implements Outcome {}

        /** The challenge was answered by another request, or the account or its password changed meanwhile. */
        record Stale() implements Outcome {}
    }

    /** Closes this approved challenge for one that asks for a new password, once; empty when it is closed already. */
    Uni<Optional<Challenge.Opened>> demand(Challenge answered, PasswordChangeReason why) {
        return transactions.runSql(tx -> opening.demandPassword(tx, answered, why));
    }

    /** The steps: judge and hash, set in one transaction. A password that breaks a rule leaves the challenge open. */
    Uni<Outcome> answer(Challenge challenge, Secret password) {
        return accounts.byId(challenge.terms().accountId())
                .map(Optional::orElseThrow)
                .chain(account -> passwords.accept(
                        FIELD,
                        password,
                        new NewPasswords.Owner(account.kind(), account.id(), account.email(), account.displayName())))
                .chain(accepted -> transactions.run(() -> set(challenge, accepted)));
    }

    /** The account is locked first: of two answers the second one finds that no new password is required any more. */
    private Uni<Outcome> set(Challenge challenge, NewPassword password) {
        Challenge.Terms terms = challenge.terms();
        Origin origin = terms.client().origin(terms.accountId());
        return accounts.setRequiredPassword(terms.accountId(), terms.passwordSetAt(), password, origin)
                .chain(outcome -> switch (outcome) {
                    case AccountOutcome.Done done -> finish(challenge, done.account(), origin);
                    case AccountOutcome.Refused refused -> Uni.createFrom().item(new Outcome.Stale());
                });
    }

    private Uni<Outcome> finish(Challenge challenge, Account account, Origin origin) {
        Instant setAt = Objects.requireNonNull(account.passwordChangedAt(), "Its password was set just now");
        return sessions.endAll(account.id(), SessionEnd.PASSWORD_CHANGED, origin)
                .call(ended -> events.publish(
                        events.event(new PasswordChanged(ended), origin).about(account.id())))
                .chain(() -> challenges.answered(challenge.reference(), setAt))
                .replaceWith(new Outcome.Accepted());
    }
}
