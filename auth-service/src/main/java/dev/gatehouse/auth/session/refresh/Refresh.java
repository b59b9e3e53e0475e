package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.grant.Grants;
import dev.gatehouse.auth.session.lifetime.OpenedSession;
import dev.gatehouse.auth.session.lifetime.Rotation;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.auth.session.refresh.RefreshOutcome.Reason;
import dev.gatehouse.auth.session.refresh.RefreshOutcome.Refreshed;
import dev.gatehouse.auth.session.refresh.RefreshOutcome.Refused;
import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.auth.token.RefreshTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Lets a session go on, or ends it. */
@ApplicationScoped
class Refresh {
    /** How far back an older token is recognised: a remembered session refreshed every five minutes has 8,640. */
    private static final int FARTHEST_ANCESTOR = 10_000;

    private final RefreshRecords records;
    private final RefreshTokens tokens;
    private final RefreshEnding ending;
    private final Grants grants;
    private final RefreshMeter meter;

    Refresh(RefreshRecords records, RefreshTokens tokens, RefreshEnding ending, Grants grants, RefreshMeter meter) {
        this.records = records;
        this.tokens = tokens;
        this.ending = ending;
        this.grants = grants;
        this.meter = meter;
    }

    Uni<RefreshOutcome> attempt(Rotation.Attempt attempt) {
        RefreshToken successor = tokens.successor(attempt.token());
        return records.rotate(attempt, successor)
                .chain(standing -> outcome(attempt, standing, successor))
                .invoke(meter::count);
    }

    private Uni<RefreshOutcome> outcome(Rotation.Attempt attempt, Optional<Rotation> standing, RefreshToken successor) {
        return standing.map(found -> outcome(attempt, found, successor)).orElseGet(() -> refused(Reason.EXPIRED));
    }

    private Uni<RefreshOutcome> outcome(Rotation.Attempt attempt, Rotation standing, RefreshToken successor) {
        Session session = standing.session();
        return switch (RefreshPolicy.judge(attempt, standing)) {
            case GOOD -> goOn(session, successor);
            case LAPSED -> ending.lapsed(session).chain(() -> refused(Reason.EXPIRED));
            case EXPIRED, FOREIGN -> refused(Reason.EXPIRED);
            case REVOKED -> refused(Reason.REVOKED);
            case STOLEN -> stolen(attempt, session);
            case UNRECOGNISED -> isOlder(attempt, standing) ? stolen(attempt, session) : refused(Reason.EXPIRED);
        };
    }

    private Uni<RefreshOutcome> goOn(Session session, RefreshToken successor) {
        return records.account(session).chain(account -> goOnAs(account, session, successor));
    }

    private Uni<RefreshOutcome> goOnAs(Optional<SessionAccount> account, Session session, RefreshToken successor) {
        return account.filter(SessionAccount::active)
                .map(active -> refreshed(new OpenedSession(session, active.admin(), successor)))
                .orElseGet(() -> ending.accountClosed(session).chain(() -> refused(Reason.REVOKED)));
    }

    private Uni<RefreshOutcome> refreshed(OpenedSession opened) {
        return grants.of(opened).map(Refreshed::new);
    }

    private Uni<RefreshOutcome> stolen(Rotation.Attempt attempt, Session session) {
        return ending.stolen(attempt, session).chain(() -> refused(Reason.REUSED));
    }

    private boolean isOlder(Rotation.Attempt attempt, Rotation standing) {
        int steps = Math.min(standing.hashes().rotations(), FARTHEST_ANCESTOR);
        return tokens.leadsTo(attempt.token(), standing.hashes().current(), steps);
    }

    private static Uni<RefreshOutcome> refused(Reason why) {
        return Uni.createFrom().item(new Refused(why));
    }
}
