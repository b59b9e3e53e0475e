package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.token.RefreshToken;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The audience to sessions: opens, uses, finds and ends them. What takes a connection joins the transaction on it;
 * {@link #rotate} and {@link #used} are statements of their own; everything else joins the caller's
 * {@code Transactions.run}, or {@code read} where it only looks.
 */
@ApplicationScoped
public class Sessions {
    private final PanacheSessions rows;
    private final SqlSessions statements;
    private final SessionEnding ending;
    private final SessionAccounts accounts;
    private final SessionOpening opening;
    private final InstantSource clock;

    Sessions(
            PanacheSessions rows,
            SqlSessions statements,
            SessionEnding ending,
            SessionAccounts accounts,
            SessionOpening opening,
            InstantSource clock) {
        this.rows = rows;
        this.statements = statements;
        this.ending = ending;
        this.accounts = accounts;
        this.opening = opening;
        this.clock = clock;
    }

    /** A session that begins now; nothing is stored until {@link #store}. */
    public OpenedSession begin(NewSession wish) {
        return opening.begin(wish);
    }

    /**
     * Stores a session that was begun, and notes the sign-in on its account; both statements are sent at once. Fails
     * with {@link SessionAccounts.NotActive} when the account was closed meanwhile.
     */
    public Uni<Void> store(SqlConnection transaction, OpenedSession opened) {
        Session session = opened.session();
        Uni<Boolean> active = accounts.signedIn(transaction, session.accountId(), session.createdAt());
        return Uni.combine()
                .all()
                .unis(active, statements.insert(transaction, opened))
                .with((still, stored) -> still)
                .chain(Sessions::orRollBack);
    }

    /**
     * Rotates the refresh token if the presented one is current and the session lives, in one conditional statement,
     * and reads how the session stands then. Empty when there is no such session.
     */
    public Uni<Optional<Rotation>> rotate(Rotation.Attempt attempt, RefreshToken successor) {
        return statements.rotate(attempt, successor);
    }

    /** Notes that a person uses the session; false when it is over. */
    public Uni<Boolean> used(UUID sessionId, AccountKind kind) {
        return statements.touch(sessionId, kind, clock.instant());
    }

    /** Notes that the person of this session proved again who they are; empty when it is over. */
    public Uni<Optional<Session>> authenticated(SqlConnection transaction, UUID sessionId, AccountKind kind) {
        return statements.authenticate(transaction, sessionId, kind, clock.instant());
    }

    /** Live sessions of an account, newest first, after the one with this id. */
    public Uni<List<Session>> live(UUID accountId, Optional<UUID> after, int limit) {
        return rows.live(accountId, clock.instant(), after, limit)
                .map(found -> found.stream().map(SessionRow::session).toList());
    }

    /** Whose session this is or was. */
    public Uni<Optional<UUID>> ownerOf(UUID sessionId) {
        return rows.findById(sessionId).map(row -> Optional.ofNullable(row).map(found -> found.accountId));
    }

    /** Ends one session of an account; false when the account has no such session, or it is over. */
    public Uni<Boolean> end(UUID accountId, UUID sessionId, SessionEnd why, Origin by) {
        return rows.lockOpenOne(sessionId)
                .map(found -> found.filter(row -> row.accountId.equals(accountId)).stream()
                        .toList())
                .chain(found -> ending.each(found, row -> why, by))
                .map(count -> count == 1);
    }

    /** Ends every session of an account but this one; says how many there were. */
    public Uni<Integer> endOthers(UUID accountId, UUID kept, SessionEnd why, Origin by) {
        return rows.lockOpen(accountId)
                .map(open -> open.stream().filter(row -> !row.id.equals(kept)).toList())
                .chain(open -> ending.each(open, row -> why, by));
    }

    /**
     * Ends every session of an account, with one revocation for all of them.
     *
     * @return how many there were
     */
    public Uni<Integer> endAll(UUID accountId, SessionEnd why, Actor by) {
        return endAll(accountId, why, new Origin(by, null, null, null));
    }

    /** The same, with where the actor is. */
    public Uni<Integer> endAll(UUID accountId, SessionEnd why, Origin by) {
        return rows.lockOpen(accountId).chain(open -> ending.whole(accountId, open, why, by));
    }

    /** Ends sessions past their limits that nobody ended, some at a time; says how many. */
    public Uni<Integer> endLapsed(int atMost) {
        return rows.lapsed(clock.instant(), atMost)
                .chain(rows::lockOpen)
                .chain(open -> ending.each(open, SessionRow::lapse, Origin.SYSTEM));
    }

    /** Ends this session if it is past its limits; says whether it did. */
    public Uni<Boolean> endLapsed(UUID sessionId) {
        return rows.lockOpenOne(sessionId)
                .map(found -> found.filter(row -> row.session().lapsed(clock.instant())).stream()
                        .toList())
                .chain(found -> ending.each(found, SessionRow::lapse, Origin.SYSTEM))
                .map(count -> count == 1);
    }

    /** Forgets sessions that ended before this; says how many. */
    public Uni<Long> forget(Instant endedBefore) {
        return rows.forget(endedBefore);
    }

    private static Uni<Void> orRollBack(boolean active) {
        return active ? Uni.createFrom().voidItem() : Uni.createFrom().failure(new SessionAccounts.NotActive());
    }
}
