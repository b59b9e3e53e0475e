package dev.gatehouse.auth.session.refresh;

import dev.gatehouse.auth.session.lifetime.Rotation;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.RefreshTokenReused;
import dev.gatehouse.contracts.event.SessionEnd;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends the session that a refresh found to be over, each time in one transaction; of many at once one ends it. */
@ApplicationScoped
class RefreshEnding {
    private final Transactions transactions;
    private final Sessions sessions;
    private final Events events;

    RefreshEnding(Transactions transactions, Sessions sessions, Events events) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.events = events;
    }

    Uni<Boolean> lapsed(Session session) {
        return transactions.run(() -> sessions.endLapsed(session.id()));
    }

    Uni<Boolean> accountClosed(Session session) {
        return transactions.run(
                () -> sessions.end(session.accountId(), session.id(), SessionEnd.ACCOUNT_DISABLED, Origin.SYSTEM));
    }

    /** Nobody can tell the thief from the owner, so both are out. */
    Uni<Boolean> stolen(Rotation.Attempt attempt, Session session) {
        Origin presenter = new Origin(
                Actor.ANONYMOUS,
                session.id(),
                attempt.client().address(),
                attempt.client().userAgent());
        return transactions.run(
                () -> sessions.end(session.accountId(), session.id(), SessionEnd.REFRESH_TOKEN_REUSED, presenter)
                        .call(ended -> tell(ended ? 1 : 0, session, presenter)));
    }

    private Uni<Void> tell(int ended, Session session, Origin presenter) {
        return ended == 0
                ? Uni.createFrom().voidItem()
                : events.publish(events.event(new RefreshTokenReused(ended), presenter)
                        .about(session.accountId())
                        .failed("reused"));
    }
}
