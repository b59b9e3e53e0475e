package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.event.SessionEnded;
import dev.gatehouse.contracts.state.Revocation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Ends sessions whose rows are locked. The row, the event and the revocation commit together. */
@ApplicationScoped
class SessionEnding {
    private final Events events;
    private final InstantSource clock;

    SessionEnding(Events events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Ends each of them, with one revocation per session; returns their number. */
    Uni<Integer> each(List<SessionRow> open, Function<SessionRow, SessionEnd> why, Origin by) {
        Revocation[] revocations =
                open.stream().map(row -> Revocation.ofSession(row.id)).toArray(Revocation[]::new);
        return end(open, why, by).chain(() -> events.revoke(revocations)).replaceWith(open.size());
    }

    /**
     * From when on sessions of the account count again. Clocks of replicas differ, so it lies behind the begin of every
     * session that ends here, whoever's clock gave it.
     */
    static Instant notBefore(List<SessionRow> open, Instant now) {
        return open.stream()
                .map(row -> row.createdAt.plusMillis(1))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /**
     * Ends all sessions of an account, with one revocation per session and one for the account, which also reaches a
     * session that is being opened elsewhere; returns their number.
     */
    Uni<Integer> whole(UUID accountId, List<SessionRow> open, Instant notBefore, SessionEnd why, Origin by) {
        Revocation whole = Revocation.ofAccount(accountId, notBefore);
        return each(open, row -> why, by).call(() -> events.revoke(whole));
    }

    private Uni<Void> end(List<SessionRow> open, Function<SessionRow, SessionEnd> why, Origin by) {
        return events.publish(
                open.stream().map(row -> end(row, why.apply(row), by)).toArray(SecurityEvent<?>[]::new));
    }

    private SecurityEvent<SessionEnded> end(SessionRow row, SessionEnd why, Origin by) {
        row.end(why, clock.instant());
        return events.event(new SessionEnded(why), by).about(row.accountId).within(row.id);
    }
}
