package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.PasswordCheck;
import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.credential.policy.PasswordOwner;
import dev.gatehouse.auth.credential.policy.PolicyCheck;
import dev.gatehouse.auth.credential.policy.PolicyCheck.Judged;
import dev.gatehouse.auth.login.iptrust.Trust.Verdict;
import dev.gatehouse.auth.login.limit.AttemptResult;
import dev.gatehouse.auth.login.limit.LimitSubject;
import dev.gatehouse.auth.login.limit.LoginLimits;
import dev.gatehouse.auth.login.limit.LoginReservation;
import dev.gatehouse.auth.login.limit.LoginReservation.Reserved;
import dev.gatehouse.auth.login.password.LoginAccount.Password;
import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.log.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** A login with e-mail address and password. */
@ApplicationScoped
class Login {
    private static final Log LOG = Log.of(Login.class);

    private final SqlLoginAccounts accounts;
    private final LoginLimits limits;
    private final PasswordHashing hashing;
    private final PolicyCheck policy;
    private final LoginAdmission admission;
    private final Credentials credentials;
    private final Transactions transactions;
    private final InstantSource clock;

    Login(
            SqlLoginAccounts accounts,
            LoginLimits limits,
            PasswordHashing hashing,
            PolicyCheck policy,
            LoginAdmission admission,
            Credentials credentials,
            Transactions transactions,
            InstantSource clock) {
        this.accounts = accounts;
        this.limits = limits;
        this.hashing = hashing;
        this.policy = policy;
        this.admission = admission;
        this.credentials = credentials;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The steps: read, count the attempt, check the password, judge a right one, decide, record, store a better hash.
     */
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
                        .call(outcome -> improve(command, facts, outcome)));
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
        return hashing.check(command.password(), found.stored()).chain(check -> judge(command, found, check)
                .map(judged -> new LoginFacts(
                        command.audience(),
                        command.client().address(),
                        found.account(),
                        found.trust(),
                        check,
                        judged,
                        clock.instant())));
    }

    /** Only a right password is judged: whether a wrong one meets the policy is nobody's business. */
    private Uni<Optional<Judged>> judge(LoginCommand command, SqlLoginAccounts.Found found, PasswordCheck check) {
        return check instanceof PasswordCheck.Match
                ? judge(command, found.account().orElseThrow()).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Judged> judge(LoginCommand command, LoginAccount found) {
        SessionAccount account = found.account();
        Password password = found.password().orElseThrow();
        PasswordOwner owner =
                new PasswordOwner(account.kind(), account.id(), command.email().normalised(), found.displayName());
        return policy.judge(command.password(), password.setAt(), password.traits(), owner);
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

    /**
     * Stores a hash of the same password at today's cost, and what was measured of it. Never fails the login: the next
     * one tries again.
     */
    private Uni<Void> improve(LoginCommand command, LoginFacts facts, LoginOutcome outcome) {
        LoginAccount found = facts.account().orElse(null);
        Judged judged = facts.judged().orElse(null);
        if (outcome instanceof LoginOutcome.Refused
                || found == null
                || judged == null
                || !(facts.check() instanceof PasswordCheck.Match(boolean needsRehash))) {
            return Uni.createFrom().voidItem();
        }
        Password password = found.password().orElseThrow();
        if (!needsRehash && password.traits().isPresent()) {
            return Uni.createFrom().voidItem();
        }
        UUID accountId = found.account().id();
        Uni<StoredPassword> hash = needsRehash
                ? hashing.hash(command.password())
                : Uni.createFrom().item(password.hash());
        return hash.chain(stronger -> transactions.run(
                        () -> credentials.improve(accountId, password.hash(), stronger, judged.traits())))
                .onFailure()
                .invoke(failure ->
                        LOG.with("accountId", accountId).with("cause", failure).warn("Password was not rehashed"))
                .onFailure()
                .recoverWithNull();
    }
}
