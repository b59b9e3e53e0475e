package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.lifetime.OpenSessions;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.Session.Rotation;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.auth.session.lifetime.SessionGrant;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.auth.session.refresh.RefreshOutcome.Reason;
import dev.gatehouse.auth.session.refresh.RefreshOutcome.Refreshed;
import dev.gatehouse.auth.session.refresh.RefreshOutcome.Refused;
import dev.gatehouse.auth.token.SessionClient.PlaceSetting;
import dev.gatehouse.auth.token.TokenIssuer;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.RefreshTokenReused;
import dev.gatehouse.contracts.event.SessionEnd;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Continues a session whose refresh token is presented, or ends it. */
@ApplicationScoped
class Refresh {
    private final Transactions transactions;
    private final OpenSessions openSessions;
    private final Sessions sessions;
    private final SessionAccounts accounts;
    private final PlaceSetting places;
    private final TokenIssuer issuer;
    private final Events events;
    private final MeterRegistry meters;

    Refresh(
            Transactions transactions,
            OpenSessions openSessions,
            Sessions sessions,
            SessionAccounts accounts,
            PlaceSetting places,
            TokenIssuer issuer,
            Events events,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.openSessions = openSessions;
        this.sessions = sessions;
        this.accounts = accounts;
        this.places = places;
        this.issuer = issuer;
        this.events = events;
        this.meters = meters;
    }

    /** The steps: rotate, decide, read the account, mint. */
    Uni<RefreshOutcome> attempt(Rotation.Attempt attempt) {
        return openSessions
                .rotate(attempt)
                .chain(rotation ->
                        rotation.map(found -> decide(attempt, found)).orElseGet(() -> refused(Reason.EXPIRED, null)))
                .invoke(this::count);
    }

    private Uni<RefreshOutcome> decide(Rotation.Attempt attempt, Rotation rotation) {
        return rotation.done()
                ? carryOut(attempt, rotation, true)
                : places.ipv6Prefix()
                        .map(prefix -> rotation.session().client().isSameAs(attempt.client(), prefix))
                        .chain(same -> carryOut(attempt, rotation, same));
    }

    private Uni<RefreshOutcome> carryOut(Rotation.Attempt attempt, Rotation rotation, boolean sameClient) {
        Session session = rotation.session();
        return switch (RefreshPolicy.judge(attempt, rotation, sameClient)) {
            case GOOD -> goOn(rotation);
            case LAPSED -> endLapsed(session).chain(() -> refused(Reason.EXPIRED, session.lapse()));
            case EXPIRED -> refused(Reason.EXPIRED, rotation.ended());
            case FOREIGN, UNKNOWN -> refused(Reason.EXPIRED, null);
            case REVOKED -> refused(Reason.REVOKED, rotation.ended());
            case STOLEN -> stolen(attempt, session);
        };
    }

    private Uni<RefreshOutcome> goOn(Rotation rotation) {
        Session session = rotation.session();
        return accounts.find(session.accountId()).chain(account -> account.filter(Session.Account::active)
                .map(active -> mint(new Session.Opened(session, active, rotation.successor())))
                .orElseGet(() -> endForClosedAccount(session)
                        .chain(() -> refused(Reason.REVOKED, SessionEnd.ACCOUNT_DISABLED))));
    }

    private Uni<RefreshOutcome> mint(Session.Opened opened) {
        return issuer.mint(opened.subject()).map(token -> new Refreshed(new SessionGrant(opened, token)));
    }

    private Uni<Boolean> endLapsed(Session session) {
        return transactions.run(() -> sessions.endLapsed(session.id()));
    }

    private Uni<Boolean> endForClosedAccount(Session session) {
        return transactions.run(
                () -> sessions.end(session.accountId(), session.id(), SessionEnd.ACCOUNT_DISABLED, Origin.SYSTEM));
    }

    /** The thief cannot be told from the owner, so the session ends for both. Of many attempts at once, one ends it. */
    private Uni<RefreshOutcome> stolen(Rotation.Attempt attempt, Session session) {
        Origin presenter = new Origin(
                Actor.ANONYMOUS,
                session.id(),
                attempt.client().address(),
                attempt.client().userAgent());
        return transactions
                .run(() -> sessions.end(session.accountId(), session.id(), SessionEnd.REFRESH_TOKEN_REUSED, presenter)
                        .call(ended -> ended
                                ? publishReuse(session, presenter)
                                : Uni.createFrom().voidItem()))
                .chain(() -> refused(Reason.REUSED, SessionEnd.REFRESH_TOKEN_REUSED));
    }

    private Uni<Void> publishReuse(Session session, Origin presenter) {
        return events.publish(events.event(new RefreshTokenReused(1), presenter)
                .about(session.accountId())
                .failed("reused"));
    }

    private void count(RefreshOutcome outcome) {
        String name =
                switch (outcome) {
                    case Refreshed refreshed -> "refreshed";
                    case RefreshOutcome.Challenged challenged -> "challenged";
                    case Refused refused -> refused.why().name().toLowerCase(Locale.ROOT);
                };
        Counter.builder("gatehouse.refreshes")
                .description("Presented refresh tokens by outcome")
                .tag("outcome", name)
                .register(meters)
                .increment();
    }

    private static Uni<RefreshOutcome> refused(Reason why, @Nullable SessionEnd end) {
        return Uni.createFrom().item(new Refused(why, end));
    }
}
