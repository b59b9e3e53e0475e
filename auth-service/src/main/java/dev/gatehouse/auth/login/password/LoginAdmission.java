package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.login.challenge.Challenge;
import dev.gatehouse.auth.login.challenge.Challenges;
import dev.gatehouse.auth.login.limit.LoginLimits.AttemptResult;
import dev.gatehouse.auth.login.limit.LoginLimits.Reserved;
import dev.gatehouse.auth.login.password.Login.Outcome;
import dev.gatehouse.auth.login.password.LoginPolicy.Proven;
import dev.gatehouse.auth.login.password.LoginPolicy.RefusalReason;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.auth.session.lifetime.SessionGrant;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.auth.token.TokenIssuer;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.ChallengeKind;
import dev.gatehouse.contracts.event.LoginFailed;
import dev.gatehouse.contracts.event.LoginSucceeded;
import dev.gatehouse.contracts.event.SecurityEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** Carries out the decision about a login: one transaction for the outcome, its event and what the limits count. */
@ApplicationScoped
class LoginAdmission {
    /** By password (RFC 8176). */
    private static final List<String> METHODS = List.of("pwd");

    private final Transactions transactions;
    private final Sessions sessions;
    private final Credentials credentials;
    private final Challenges challenges;
    private final TokenIssuer issuer;
    private final Events events;
    private final MeterRegistry meters;
    private final SecretKey emailDigest;

    LoginAdmission(
            Transactions transactions,
            Sessions sessions,
            Credentials credentials,
            Challenges challenges,
            TokenIssuer issuer,
            Events events,
            MeterRegistry meters,
            DerivedKeys keys) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.credentials = credentials;
        this.challenges = challenges;
        this.issuer = issuer;
        this.events = events;
        this.meters = meters;
        this.emailDigest = keys.key("login-email-digest");
    }

    /** Opens the session, unless account or password changed while the password was being checked. */
    Uni<Outcome> admit(LoginCommand command, Reserved attempt, Proven proven) {
        Session.Opened opened = sessions.begin(proven.account(), command.client(), METHODS, command.rememberMe());
        return transactions
                .runSql(tx -> sessions.store(tx, opened)
                        .chain(() -> credentials.requireUnchanged(
                                tx, proven.account().id(), proven.passwordSetAt()))
                        .chain(() -> attempt.settle(tx, AttemptResult.GRANTED))
                        .chain(() -> events.publish(tx, succeeded(command, opened.session()))))
                .chain(() -> granted(command, opened))
                .onFailure(LoginAdmission::isStale)
                .recoverWithUni(() -> refuse(
                        command,
                        attempt,
                        RefusalReason.ACCOUNT_CHANGED,
                        Optional.of(proven.account().id())));
    }

    /** Opens a challenge: the address must be verified within this time. */
    Uni<Outcome> challenge(LoginCommand command, Reserved attempt, Proven proven, Duration lifetime) {
        ChallengeKind then = proven.passwordChange() == null ? null : ChallengeKind.PASSWORD_CHANGE;
        return challenges
                .addressVerification(terms(command, proven), lifetime)
                .chain(opened -> open(command, attempt, opened, then));
    }

    /** Opens a challenge: the account must have a new password first. */
    Uni<Outcome> requirePassword(LoginCommand command, Reserved attempt, Proven proven) {
        return open(command, attempt, challenges.passwordChange(terms(command, proven)), null);
    }

    private static Challenge.Terms terms(LoginCommand command, Proven proven) {
        return new Challenge.Terms(
                proven.account().id(),
                new Challenge.Client(command.audience(), command.client()),
                proven.passwordSetAt(),
                proven.passwordChange(),
                new Challenge.RequestedSession(METHODS, command.rememberMe(), command.transport(), null));
    }

    private Uni<Outcome> open(
            LoginCommand command, Reserved attempt, Challenge.Opened opened, @Nullable ChallengeKind then) {
        return transactions
                .runSql(tx -> challenges.store(tx, opened, then).call(() -> attempt.settle(tx, AttemptResult.PROVEN)))
                .invoke(() -> count(command, "challenged"))
                .map(done -> new Outcome.Challenged(opened));
    }

    /**
     * Refuses the login and publishes the reason. An address without an account is published as a keyed digest only,
     * because people type passwords there.
     *
     * @param accountId empty when no account has the address
     */
    Uni<Outcome> refuse(LoginCommand command, Reserved attempt, RefusalReason why, Optional<UUID> accountId) {
        String digest = accountId.isPresent()
                ? null
                : Macs.hex(Macs.hmacSha256(emailDigest, command.email().normalised()));
        SecurityEvent<LoginFailed> failed = events.event(
                        new LoginFailed(command.audience(), digest),
                        command.client().origin(Actor.ANONYMOUS))
                .about(accountId.orElse(null))
                .failed(why.code());
        return transactions
                .runSql(tx -> events.publish(tx, failed).chain(() -> attempt.settle(tx, AttemptResult.FAILED)))
                .invoke(() -> count(command, "refused"))
                .map(done -> new Outcome.Refused());
    }

    private Uni<Outcome> granted(LoginCommand command, Session.Opened opened) {
        count(command, "granted");
        return issuer.mint(opened.subject()).map(token -> new Outcome.Granted(new SessionGrant(opened, token)));
    }

    private SecurityEvent<LoginSucceeded> succeeded(LoginCommand command, Session session) {
        LoginSucceeded data = new LoginSucceeded(command.audience(), session.methods());
        return events.event(data, command.client().origin(session.owner()))
                .about(session.accountId())
                .within(session.id());
    }

    private void count(LoginCommand command, String outcome) {
        meters.counter("gatehouse.logins", "audience", command.audience().toString(), "outcome", outcome)
                .increment();
    }

    private static boolean isStale(Throwable failure) {
        return failure instanceof SessionAccounts.NotActive || failure instanceof Credentials.Changed;
    }
}
