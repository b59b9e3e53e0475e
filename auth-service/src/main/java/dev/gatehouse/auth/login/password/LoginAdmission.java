package dev.gatehouse.auth.login.password;

import dev.gatehouse.auth.login.challenge.Challenges;
import dev.gatehouse.auth.login.challenge.NewChallenge;
import dev.gatehouse.auth.login.challenge.OpenedChallenge;
import dev.gatehouse.auth.login.password.LoginDecision.Proven;
import dev.gatehouse.auth.login.password.LoginOutcome.Challenged;
import dev.gatehouse.auth.login.password.LoginOutcome.Granted;
import dev.gatehouse.auth.login.password.LoginOutcome.Refused;
import dev.gatehouse.auth.session.grant.Grants;
import dev.gatehouse.auth.session.lifetime.NewSession;
import dev.gatehouse.auth.session.lifetime.OpenedSession;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.auth.session.lifetime.Sessions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Carries out what was decided about a sign-in. */
@ApplicationScoped
class LoginAdmission {
    /** By password (RFC 8176). */
    private static final List<String> METHODS = List.of("pwd");

    private final Sessions sessions;
    private final Challenges challenges;
    private final LoginRecords records;
    private final Grants grants;
    private final LoginJournal journal;

    LoginAdmission(
            Sessions sessions, Challenges challenges, LoginRecords records, Grants grants, LoginJournal journal) {
        this.sessions = sessions;
        this.challenges = challenges;
        this.records = records;
        this.grants = grants;
        this.journal = journal;
    }

    Uni<LoginOutcome> admit(LoginCommand command, Proven proven) {
        OpenedSession opened = sessions.begin(
                new NewSession(proven.account(), command.client().program(), METHODS, command.rememberMe()));
        return records.opened(command.client(), opened, proven)
                .chain(() -> granted(command, opened))
                .onFailure(LoginAdmission::isStale)
                .recoverWithUni(() -> refuse(command, changed(proven)));
    }

    Uni<LoginOutcome> verify(LoginCommand command, Proven proven, Duration lifetime) {
        NewChallenge.Wish wish = new NewChallenge.Wish(METHODS, command.rememberMe(), command.transport());
        OpenedChallenge opened = challenges.beginAddressVerification(
                new NewChallenge(proven.account().id(), command.client(), proven.passwordSetAt(), lifetime, wish));
        return records.challenged(command.client(), opened, proven)
                .invoke(() -> journal.count(command.client(), LoginResult.CHALLENGED))
                .map(done -> new Challenged(opened));
    }

    Uni<LoginOutcome> refuse(LoginCommand command, Refusal refusal) {
        return records.refused(command.client(), refusal)
                .invoke(() -> journal.count(command.client(), LoginResult.REFUSED))
                .map(done -> new Refused());
    }

    private Uni<LoginOutcome> granted(LoginCommand command, OpenedSession opened) {
        journal.count(command.client(), LoginResult.GRANTED);
        return grants.of(opened).map(Granted::new);
    }

    private static Refusal changed(Proven proven) {
        return Refusal.of(RefusalReason.ACCOUNT_CHANGED, proven.account().id());
    }

    private static boolean isStale(Throwable failure) {
        return failure instanceof SessionAccounts.NotActive || failure instanceof SqlSignInAccounts.Changed;
    }
}
