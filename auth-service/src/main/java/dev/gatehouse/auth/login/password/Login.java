package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.credential.password.PasswordHashing.Check;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.credential.policy.NewPasswords;
import dev.gatehouse.auth.credential.policy.PolicyCheck;
import dev.gatehouse.auth.credential.policy.PolicyCheck.Judged;
import dev.gatehouse.auth.login.challenge.Challenge;
import dev.gatehouse.auth.login.iptrust.Trust.Verdict;
import dev.gatehouse.auth.login.limit.LoginLimits;
import dev.gatehouse.auth.login.limit.LoginLimits.Reserved;
import dev.gatehouse.auth.login.password.LoginPolicy.Account;
import dev.gatehouse.auth.login.password.LoginPolicy.Decision;
import dev.gatehouse.auth.login.password.LoginPolicy.Facts;
import dev.gatehouse.auth.login.password.LoginPolicy.Password;
import dev.gatehouse.auth.login.password.SqlLoginAccounts.Found;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.SessionGrant;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.runtime.log.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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

    /** The result of a login. */
    sealed interface Outcome {
        /** A session. */
        record Granted(SessionGrant grant) implements Outcome {}

        /** Another proof is needed. */
        record Challenged(Challenge.Opened challenge) implements Outcome {}

        /** The caller failed too often, and has to wait this long. */
        record Throttled(Duration retryAfter) implements Outcome {}

        /** No session; the reason is in the event only. */
        record Refused() implements Outcome {}
    }

    /**
     * The steps: read, count the attempt, check the password, judge a right one, decide, record, store a better hash.
     */
    Uni<Outcome> attempt(LoginCommand command) {
        return accounts.find(command).chain(found -> limits.reserve(found.limits(), subject(command, found))
                .chain(reservation -> switch (reservation) {
                    case Reserved reserved -> proceed(command, found, reserved);
                    case LoginLimits.Throttled throttled -> Uni.createFrom().item(outcome(throttled));
                }));
    }

    private Uni<Outcome> proceed(LoginCommand command, Found found, Reserved reserved) {
        return check(command, found).onFailure().call(reserved::giveBack).chain(facts -> carryOut(
                        command, reserved, facts)
                .call(outcome -> improve(command, facts, outcome)));
    }

    /** An account of the other audience is nobody's here: guessing at it must not lock its password. */
    private LoginLimits.Subject subject(LoginCommand command, Found found) {
        boolean trusted = found.trust().requireTrusted(command.client().address(), clock.instant()) == Verdict.ADMIT;
        return found.account()
                .filter(account ->
                        LoginPolicy.opens(command.audience(), account.account().kind()))
                .map(account -> new LoginLimits.Subject(
                        account.account().id(),
                        account.password().map(Password::setAt).orElse(null),
                        trusted))
                .orElseGet(() -> new LoginLimits.Subject(null, null, trusted));
    }

    /** Only the caller is told that it was throttled, never that others tried the account. */
    private static Outcome outcome(LoginLimits.Throttled throttled) {
        return throttled.retryAfter().<Outcome>map(Outcome.Throttled::new).orElseGet(Outcome.Refused::new);
    }

    private Uni<Facts> check(LoginCommand command, Found found) {
        return hashing.check(command.password(), found.stored(), command.email().key())
                .chain(check -> judge(command, found, check)
                        .map(judged -> new Facts(
                                command.audience(),
                                command.client().address(),
                                found.account(),
                                found.trust(),
                                check,
                                judged,
                                clock.instant())));
    }

    /** Only a right password is judged: whether a wrong one meets the policy is nobody's business. */
    private Uni<Optional<Judged>> judge(LoginCommand command, Found found, Check check) {
        return check instanceof Check.Match
                ? judge(command, found.account().orElseThrow()).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Judged> judge(LoginCommand command, Account found) {
        Session.Account account = found.account();
        Password password = found.password().orElseThrow();
        NewPasswords.Owner owner = new NewPasswords.Owner(
                account.kind(), account.id(), command.email().normalised(), found.displayName());
        return policy.judge(command.password(), password.setAt(), password.traits(), owner);
    }

    private Uni<Outcome> carryOut(LoginCommand command, Reserved reserved, Facts facts) {
        return switch (LoginPolicy.decide(facts)) {
            case Decision.Admit admit -> admission.admit(command, reserved, admit.proven());
            case Decision.Verify verify ->
                admission.challenge(
                        command, reserved, verify.proven(), facts.trust().verificationLifetime());
            case Decision.ChangePassword change -> admission.requirePassword(command, reserved, change.proven());
            case Decision.Refuse refuse ->
                admission.refuse(
                        command, reserved, refuse.why(), facts.account().map(found -> found.account()
                                .id()));
        };
    }

    /**
     * Stores a hash of the same password at today's cost, and what was measured of it. Never fails the login: the next
     * one tries again.
     */
    private Uni<Void> improve(LoginCommand command, Facts facts, Outcome outcome) {
        Account found = facts.account().orElse(null);
        Judged judged = facts.judged().orElse(null);
        if (outcome instanceof Outcome.Refused
                || found == null
                || judged == null
                || !(facts.check() instanceof Check.Match(boolean needsRehash))) {
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
