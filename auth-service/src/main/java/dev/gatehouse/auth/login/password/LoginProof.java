package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.PasswordCheck;
import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.security.secret.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * What is read before a sign-in is decided, the check of its password, and hashing it anew when its hash costs less
 * than new ones do.
 */
@ApplicationScoped
class LoginProof {
    private static final Log LOG = Log.of(LoginProof.class);

    private final SqlSignInAccounts accounts;
    private final PasswordHashing hashing;
    private final Credentials credentials;
    private final Transactions transactions;

    LoginProof(
            SqlSignInAccounts accounts, PasswordHashing hashing, Credentials credentials, Transactions transactions) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.credentials = credentials;
        this.transactions = transactions;
    }

    Uni<SignInFacts> read(LoginCommand command) {
        return accounts.facts(command.email().key());
    }

    Uni<PasswordCheck> check(LoginCommand command, SignInFacts read) {
        return hashing.check(command.password(), read.stored());
    }

    /** Never fails: the sign-in has happened, and the next one will try again. */
    Uni<Void> renew(LoginCommand command, LoginFacts facts) {
        if (!(facts.check() instanceof PasswordCheck.Match match) || !match.needsRehash()) {
            return Uni.createFrom().voidItem();
        }
        SignInAccount found = facts.account().orElseThrow();
        UUID accountId = found.account().id();
        return rehash(accountId, found.password().orElseThrow().hash(), command.password())
                .onFailure()
                .invoke(failure -> LOG.with("subject", accountId).with("cause", failure).warn("password not hashed anew"))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> rehash(UUID accountId, StoredPassword old, Secret password) {
        return hashing.hash(password)
                .chain(dearer -> transactions.run(() -> credentials.rehash(accountId, old, dearer)));
    }
}
