package dev.gatehouse.auth.profile;

import dev.gatehouse.auth.account.AccountOutcome;
import dev.gatehouse.auth.account.Accounts;
import dev.gatehouse.auth.actor.Acting;
import dev.gatehouse.auth.credential.Credentials;
import dev.gatehouse.auth.credential.PasswordCheck;
import dev.gatehouse.auth.credential.PasswordHashing;
import dev.gatehouse.auth.credential.StoredPassword;
import dev.gatehouse.auth.profile.PasswordChangeRequest.Passwords;
import dev.gatehouse.auth.session.Sessions;
import dev.gatehouse.chassis.caller.Caller;
import dev.gatehouse.chassis.outbox.Transactions;
import dev.gatehouse.contracts.event.SessionEnd;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Changes one's own password and ends all other sessions. */
@Singleton
final class PasswordChange {
    private final Accounts accounts;
    private final Credentials credentials;
    private final PasswordHashing hashing;
    private final Sessions sessions;
    private final PasswordNews news;
    private final Transactions transactions;

    @Inject
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

    Uni<PasswordChangeOutcome> change(Caller caller, Passwords passwords, Acting acting) {
        return transactions
                .read(() -> credentials.of(caller.accountId()))
                .chain(stored -> hashing.check(passwords.current(), stored.orElse(null)))
                .chain(check -> decide(check, caller, passwords, acting));
    }

    private Uni<PasswordChangeOutcome> decide(PasswordCheck check, Caller caller, Passwords passwords, Acting acting) {
        return switch (check) {
            case PasswordCheck.Mismatch mismatch ->
                transactions
                        .run(() -> news.refused(caller.accountId(), "wrong_password", acting))
                        .map(told -> new PasswordChangeOutcome.WrongPassword());
            case PasswordCheck.Match match ->
                hashing.hash(passwords.wished()).chain(stored -> transactions.run(() -> set(caller, stored, acting)));
        };
    }

    private Uni<PasswordChangeOutcome> set(Caller caller, StoredPassword password, Acting acting) {
        return accounts.setPassword(caller.accountId(), password, acting).chain(outcome -> switch (outcome) {
            case AccountOutcome.Done done -> endOthers(done.account().id(), caller.sessionId(), acting);
            case AccountOutcome.Refused refused ->
                Uni.createFrom().item(new PasswordChangeOutcome.Refused(refused.why()));
        });
    }

    private Uni<PasswordChangeOutcome> endOthers(UUID accountId, UUID kept, Acting acting) {
        return sessions.endOthers(accountId, kept, SessionEnd.PASSWORD_CHANGED, acting)
                .call(ended -> news.changed(accountId, ended, acting))
                .map(PasswordChangeOutcome.Changed::new);
    }
}
