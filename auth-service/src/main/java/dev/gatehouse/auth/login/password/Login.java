package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.PasswordCheck;
import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.log.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;

/** A login with e-mail address and password. */
@ApplicationScoped
class Login {
    private static final Log LOG = Log.of(Login.class);

    private final SqlLoginAccounts accounts;
    private final PasswordHashing hashing;
    private final LoginAdmission admission;
    private final Credentials credentials;
    private final Transactions transactions;
    private final InstantSource clock;

    Login(
            SqlLoginAccounts accounts,
            PasswordHashing hashing,
            LoginAdmission admission,
            Credentials credentials,
            Transactions transactions,
            InstantSource clock) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.admission = admission;
        this.credentials = credentials;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The steps: read, check the password, decide, record the outcome, rehash. */
    Uni<LoginOutcome> attempt(LoginCommand command) {
        return accounts.find(command.email().key())
                .chain(found -> check(command, found))
                .chain(facts -> carryOut(command, facts).call(outcome -> rehash(command, facts, outcome)));
    }

    private Uni<LoginFacts> check(LoginCommand command, SqlLoginAccounts.Found found) {
        return hashing.check(command.password(), found.stored())
                .map(check -> new LoginFacts(
                        command.audience(),
                        command.client().address(),
                        found.account(),
                        found.trust(),
                        check,
                        clock.instant()));
    }

    private Uni<LoginOutcome> carryOut(LoginCommand command, LoginFacts facts) {
        return switch (LoginPolicy.decide(facts)) {
            case LoginDecision.Admit admit -> admission.admit(command, admit.proven());
            case LoginDecision.Verify verify ->
                admission.challenge(command, verify.proven(), facts.trust().verificationLifetime());
            case LoginDecision.ChangePassword change -> admission.requirePassword(command, change.proven());
            case LoginDecision.Refuse refuse ->
                admission.refuse(command, refuse.why(), facts.account().map(found -> found.account()
                        .id()));
        };
    }

    /** Stores a hash of the same password at today's cost. Never fails the login: the next one tries again. */
    private Uni<Void> rehash(LoginCommand command, LoginFacts facts, LoginOutcome outcome) {
        boolean due = !(outcome instanceof LoginOutcome.Refused)
                && facts.check() instanceof PasswordCheck.Match match
                && match.needsRehash();
        if (!due) {
            return Uni.createFrom().voidItem();
        }
        LoginAccount found = facts.account().orElseThrow();
        UUID accountId = found.account().id();
        StoredPassword old = found.password().orElseThrow().hash();
        return hashing.hash(command.password())
                .chain(stronger -> transactions.run(() -> credentials.rehash(accountId, old, stronger)))
                .onFailure()
                .invoke(failure ->
                        LOG.with("accountId", accountId).with("cause", failure).warn("Password was not rehashed"))
                .onFailure()
                .recoverWithNull();
    }
}
