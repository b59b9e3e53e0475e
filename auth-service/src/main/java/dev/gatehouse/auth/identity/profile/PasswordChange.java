package dev.gatehouse.auth.identity.profile;

import dev.gatehouse.auth.credential.password.ConfirmationLimit;
import dev.gatehouse.auth.credential.password.ConfirmationLimit.Confirmation;
import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.Credentials.NewPassword;
import dev.gatehouse.auth.credential.password.PasswordHashing.Check;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.credential.policy.NewPasswords;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.session.lifetime.Authority;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.PasswordChanged;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.SessionEnd;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Changes the caller's own password and ends all other sessions of the account. The hashes are computed outside of a
 * database session; the password, the ended sessions and the events are one transaction.
 */
@ApplicationScoped
class PasswordChange {
    private final Accounts accounts;
    private final Credentials credentials;
    private final ConfirmationLimit limit;
    private final NewPasswords passwords;
    private final Sessions sessions;
    private final Authority authority;
    private final Events events;
    private final Transactions transactions;

    PasswordChange(
            Accounts accounts,
            Credentials credentials,
            ConfirmationLimit limit,
            NewPasswords passwords,
            Sessions sessions,
            Authority authority,
            Events events,
            Transactions transactions) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.limit = limit;
        this.passwords = passwords;
        this.sessions = sessions;
        this.authority = authority;
        this.events = events;
        this.transactions = transactions;
    }

    Uni<PasswordChangeOutcome> change(Caller caller, Command command, Origin origin) {
        return transactions.read(() -> credentials.of(caller.accountId())).chain(stored -> limit.check(
                        caller.accountId(), caller.kind(), command.current(), stored.orElse(null))
                .chain(confirmation -> switch (confirmation) {
                    case Confirmation.Throttled throttled ->
                        Uni.createFrom().item(new PasswordChangeOutcome.Throttled(throttled.retryAfter()));
                    case Confirmation.Checked(Check.Mismatch mismatch) -> refuseWrong(caller.accountId(), origin);
                    case Confirmation.Checked(Check.Match match) ->
                        replace(caller, stored.orElseThrow(), command.replacement(), origin);
                }));
    }

    private Uni<PasswordChangeOutcome> refuseWrong(UUID accountId, Origin origin) {
        return transactions
                .run(() -> publishRefusal(accountId, "wrong_password", origin))
                .map(nothing -> new PasswordChangeOutcome.WrongPassword());
    }

    private Uni<PasswordChangeOutcome> replace(
            Caller caller, StoredPassword proven, Secret replacement, Origin origin) {
        return owner(caller)
                .chain(owner -> passwords.accept("newPassword", replacement, owner))
                .chain(accepted -> transactions.run(() -> set(caller, proven, accepted, origin)));
    }

    private Uni<NewPasswords.Owner> owner(Caller caller) {
        return accounts.byId(caller.accountId())
                .map(Optional::orElseThrow)
                .map(account ->
                        new NewPasswords.Owner(account.kind(), account.id(), account.email(), account.displayName()));
    }

    /** The proof counts only while it is the password, and only for a session that is still open: a thief may race. */
    private Uni<PasswordChangeOutcome> set(Caller caller, StoredPassword proven, NewPassword password, Origin origin) {
        return accounts.changePassword(caller.accountId(), proven, password, origin)
                .chain(outcome -> switch (outcome) {
                    case AccountOutcome.Done done ->
                        authority
                                .requireOpenSession(origin)
                                .chain(() -> endOtherSessions(done.account().id(), caller.sessionId(), origin));
                    case AccountOutcome.Refused refused ->
                        publishRefusal(caller.accountId(), refused.why().code(), origin)
                                .replaceWith(new PasswordChangeOutcome.Refused(refused.why()));
                });
    }

    private Uni<Void> publishRefusal(UUID accountId, String reason, Origin origin) {
        return events.publish(event(accountId, 0, origin).failed(reason));
    }

    private Uni<PasswordChangeOutcome> endOtherSessions(UUID accountId, UUID current, Origin origin) {
        return sessions.endOthers(accountId, current, SessionEnd.PASSWORD_CHANGED, origin)
                .call(ended -> events.publish(event(accountId, ended, origin)))
                .map(PasswordChangeOutcome.Changed::new);
    }

    private SecurityEvent<PasswordChanged> event(UUID accountId, int sessionsEnded, Origin origin) {
        return events.event(new PasswordChanged(sessionsEnded), origin).about(accountId);
    }

    /** The current password, and the one to replace it with. */
    record Command(Secret current, Secret replacement) {}
}
