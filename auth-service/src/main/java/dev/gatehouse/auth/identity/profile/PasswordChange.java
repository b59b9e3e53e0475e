package dev.gatehouse.auth.identity.profile;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.PasswordCheck;
import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.identity.account.AccountOutcome;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.profile.PasswordChangeRequest.Passwords;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.contracts.event.SessionEnd;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Changes one's own password and ends all other sessions. */
@ApplicationScoped
class PasswordChange {
    private final Accounts accounts;
    private final Credentials credentials;
    private final PasswordHashing hashing;
    private final Sessions sessions;
    private final PasswordNews news;
    private final Transactions transactions;

    PasswordChange(
            Accounts accounts,
            Credentials credentials,
            PasswordHashing hashing,
            Sessions sessions,
            PasswordNews news,
            Transactions transactions) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.hashing = hashing;
        this.sessions = sessions;
        this.news = news;
        this.transactions = transactions;
    }

    Uni<PasswordChangeOutcome> change(Caller caller, Passwords passwords, Origin origin) {
        return transactions
                .read(() -> credentials.of(caller.accountId()))
                .chain(stored -> hashing.check(passwords.current(), stored.orElse(null)))
                .chain(check -> decide(check, caller, passwords, origin));
    }

    private Uni<PasswordChangeOutcome> decide(PasswordCheck check, Caller caller, Passwords passwords, Origin origin) {
        return switch (check) {
            case PasswordCheck.Mismatch mismatch ->
                transactions
                        .run(() -> news.refused(caller.accountId(), "wrong_password", origin))
                        .map(told -> new PasswordChangeOutcome.WrongPassword());
            case PasswordCheck.Match match ->
                hashing.hash(passwords.wished()).chain(stored -> transactions.run(() -> set(caller, stored, origin)));
        };
    }

    private Uni<PasswordChangeOutcome> set(Caller caller, StoredPassword password, Origin origin) {
        return accounts.setPassword(caller.accountId(), password, origin).chain(outcome -> switch (outcome) {
            case AccountOutcome.Done done -> endOthers(done.account().id(), caller.sessionId(), origin);
            case AccountOutcome.Refused refused ->
                Uni.createFrom().item(new PasswordChangeOutcome.Refused(refused.why()));
        });
    }

    private Uni<PasswordChangeOutcome> endOthers(UUID accountId, UUID kept, Origin origin) {
        return sessions.endOthers(accountId, kept, SessionEnd.PASSWORD_CHANGED, origin)
                .call(ended -> news.changed(accountId, ended, origin))
                .map(PasswordChangeOutcome.Changed::new);
    }
}
