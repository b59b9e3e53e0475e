package dev.gatehouse.auth.login.stepup;

import dev.gatehouse.auth.credential.password.PasswordCheck;
import dev.gatehouse.auth.credential.password.PasswordHashing;
import dev.gatehouse.auth.login.stepup.StepUpOutcome.Over;
import dev.gatehouse.auth.login.stepup.StepUpOutcome.Proven;
import dev.gatehouse.auth.login.stepup.StepUpOutcome.Refused;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.auth.token.TokenIssuer;
import dev.gatehouse.auth.token.TokenSubject;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.secret.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Lets a person prove again who they are. */
@ApplicationScoped
class StepUp {
    private final StepUpRecords records;
    private final PasswordHashing hashing;
    private final TokenIssuer issuer;

    StepUp(StepUpRecords records, PasswordHashing hashing, TokenIssuer issuer) {
        this.records = records;
        this.hashing = hashing;
        this.issuer = issuer;
    }

    Uni<StepUpOutcome> byPassword(Caller caller, Origin origin, Secret password) {
        return records.read(caller).chain(facts -> hashing.check(password, facts.stored())
                .chain(check -> judged(caller, origin, facts, check)));
    }

    private Uni<StepUpOutcome> judged(Caller caller, Origin origin, StepUpRecords.Facts facts, PasswordCheck check) {
        return switch (check) {
            case PasswordCheck.Match match ->
                records.proven(caller, origin).chain(session -> fresh(session, facts.account()));
            case PasswordCheck.Mismatch mismatch ->
                records.refused(caller, origin).map(done -> new Refused());
        };
    }

    private Uni<StepUpOutcome> fresh(Optional<Session> session, Optional<SessionAccount> account) {
        Optional<SessionAccount> active = account.filter(SessionAccount::active);
        if (session.isEmpty() || active.isEmpty()) {
            return Uni.createFrom().item(new Over());
        }
        return issuer.mint(subject(session.get(), active.get())).map(Proven::new);
    }

    private static TokenSubject subject(Session session, SessionAccount account) {
        return new TokenSubject(
                session.accountId(),
                session.kind(),
                account.admin(),
                session.id(),
                session.createdAt(),
                session.authenticatedAt(),
                session.methods());
    }
}
