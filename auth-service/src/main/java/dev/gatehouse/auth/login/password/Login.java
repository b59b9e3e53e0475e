package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.PasswordCheck;
import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.login.iptrust.Trust.Verdict;
import dev.gatehouse.auth.login.limit.AttemptResult;
import dev.gatehouse.auth.login.limit.LimitSubject;
import dev.gatehouse.auth.login.limit.LoginLimits;
import dev.gatehouse.auth.login.limit.LoginReservation;
import dev.gatehouse.auth.login.limit.LoginReservation.Reserved;
import dev.gatehouse.auth.login.password.LoginAccount.Password;
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
    private final LoginLimits limits;
    private final PasswordHashing hashing;
    private final LoginAdmission admission;
    private final Credentials credentials;
    private final Transactions transactions;
    private final InstantSource clock;

    Login(
            SqlLoginAccounts accounts,
            LoginLimits limits,
            PasswordHashing hashing,
            LoginAdmission admission,
            Credentials credentials,
            Transactions transactions,
            InstantSource clock) {
        this.accounts = accounts;
        this.limits = limits;
        this.hashing = hashing;
        this.admission = admission;
        this.credentials = credentials;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The steps: read, count the attempt, check the password, decide, record the outcome, rehash. */
    Uni<LoginOutcome> attempt(LoginCommand command) {
        return accounts.find(command).chain(found -> limits.reserve(found.limits(), subject(command, found))
                .chain(reservation -> switch (reservation) {
                    case LoginReservation.Reserved reserved -> proceed(command, found, reserved);
                    case LoginReservation.Throttled throttled -> throttle(throttled);
                }));
    }

    private Uni<LoginOutcome> proceed(LoginCommand command, SqlLoginAccounts.Found found, Reserved reserved) {
        return check(command, found)
                .onFailure()
                .call(() -> limits.settle(reserved, AttemptResult.NOT_CHECKED))
                .chain(facts -> carryOut(command, facts)
                        .call(outcome -> limits.settle(reserved, result(outcome)))
                        .call(outcome -> rehash(command, facts, outcome)));
    }

    /** An account of the other audience is nobody's here: guessing at it must not lock its password. */
    private LimitSubject subject(LoginCommand command, SqlLoginAccounts.Found found) {
        boolean trusted = found.trust().requireTrusted(command.client().address(), clock.instant()) == Verdict.ADMIT;
        return found.account()
                .filter(account ->
                        LoginPolicy.opens(command.audience(), account.account().kind()))
                .map(account -> new LimitSubject(
                        account.account().id(),
                        account.password().map(Password::setAt).orElse(null),
                        trusted))
                .orElseGet(() -> new LimitSubject(null, null, trusted));
    }

    /** Only the caller is told that it was throttled, never that others tried the account. */
    private static Uni<LoginOutcome> throttle(LoginReservation.Throttled throttled) {
        return Uni.createFrom()
                .item(throttled
                        .retryAfter()
                        .<LoginOutcome>map(LoginOutcome.Throttled::new)
                        .orElseGet(LoginOutcome.Refused::new));
    }

    private static AttemptResult result(LoginOutcome outcome) {
        return switch (outcome) {
            case LoginOutcome.Granted granted -> AttemptResult.GRANTED;
            case LoginOutcome.Challenged challenged -> AttemptResult.PROVEN;
            case LoginOutcome.Throttled throttled -> AttemptResult.NOT_CHECKED;
            case LoginOutcome.Refused refused -> AttemptResult.FAILED;
        };
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
