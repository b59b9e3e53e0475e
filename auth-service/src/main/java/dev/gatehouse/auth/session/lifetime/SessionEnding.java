package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.event.SessionEnded;
import dev.gatehouse.contracts.state.Revocation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ends sessions. The row, the event and the revocation commit together. */
@ApplicationScoped
class SessionEnding {
    /** A login ends no more than so many, so that it takes no longer after the bound was lowered. */
    private static final int DISPLACED_AT_ONCE = 20;

    private final PanacheSessions rows;
    private final OpenSessions statements;
    private final SessionTerms terms;
    private final Events events;
    private final InstantSource clock;

    SessionEnding(
            PanacheSessions rows, OpenSessions statements, SessionTerms terms, Events events, InstantSource clock) {
        this.rows = rows;
        this.statements = statements;
        this.terms = terms;
        this.events = events;
        this.clock = clock;
    }

    /** Ends each of these, which are locked, with one revocation per session; returns their number. */
    Uni<Integer> each(List<SessionRow> open, Function<SessionRow, SessionEnd> why, Origin by) {
        Revocation[] revocations = open.stream()
                .map(row -> Revocation.ofSession(row.id).because(why.apply(row)))
                .toArray(Revocation[]::new);
        return write(open, why)
                .chain(() -> events.publish(open.stream()
                        .map(row -> ended(row.accountId, row.id, why.apply(row), by))
                        .toArray(SecurityEvent<?>[]::new)))
                .chain(() -> events.revoke(revocations))
                .replaceWith(open.size());
    }

    /**
     * From when on sessions of the account count again. Clocks of replicas differ, so it lies behind the begin of every
     * session that ends here, whoever's clock gave it, and behind the last such moment.
     */
    static Instant notBefore(List<SessionRow> open, Optional<Instant> last, Instant now) {
        return Stream.concat(last.stream(), open.stream().map(row -> row.createdAt))
                .map(time -> time.plusMillis(1))
                .reduce(now, (one, other) -> one.isBefore(other) ? other : one);
    }

    /**
     * Ends all sessions of an account, which are locked, with one revocation per session and one for the account, which
     * also reaches a session that is being opened elsewhere; returns their number.
     */
    Uni<Integer> whole(UUID accountId, List<SessionRow> open, Instant notBefore, SessionEnd why, Origin by) {
        Revocation whole = Revocation.ofAccount(accountId, notBefore).because(why);
        return each(open, row -> why, by).call(() -> events.revoke(whole));
    }

    /**
     * Ends the oldest sessions of the account of this new one if there are more than an account may have. The row of
     * the account is locked, so of two logins at once the second one sees the session of the first one.
     */
    Uni<Void> displace(SqlConnection transaction, Session opened) {
        return statements
                .oldest(transaction, opened, terms.of(opened.kind()).maxPerAccount(), DISPLACED_AT_ONCE)
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> displace(transaction, opened.accountId(), id))
                        .onItem()
                        .ignoreAsUni());
    }

    private Uni<Void> displace(SqlConnection transaction, UUID accountId, UUID id) {
        return statements
                .end(transaction, id, SessionEnd.DISPLACED, clock.instant())
                .chain(ended -> ended
                        ? publish(transaction, accountId, id)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> publish(SqlConnection transaction, UUID accountId, UUID id) {
        return events.publish(transaction, ended(accountId, id, SessionEnd.DISPLACED, Origin.SYSTEM))
                .chain(() -> events.revoke(transaction, Revocation.ofSession(id).because(SessionEnd.DISPLACED)));
    }

    private Uni<Void> write(List<SessionRow> open, Function<SessionRow, SessionEnd> why) {
        Map<SessionEnd, List<UUID>> ids = open.stream()
                .collect(Collectors.groupingBy(why, Collectors.mapping(row -> row.id, Collectors.toList())));
        Instant now = clock.instant();
        return Multi.createFrom()
                .iterable(ids.entrySet())
                .onItem()
                .transformToUniAndConcatenate(group -> rows.end(group.getValue(), group.getKey(), now))
                .onItem()
                .ignoreAsUni();
    }

    private SecurityEvent<SessionEnded> ended(UUID accountId, UUID sessionId, SessionEnd why, Origin by) {
        return events.event(new SessionEnded(why), by).about(accountId).within(sessionId);
    }
}
