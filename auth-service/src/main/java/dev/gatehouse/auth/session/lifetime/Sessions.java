package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.token.RefreshTokens;
import dev.gatehouse.auth.token.SessionClient;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.contracts.event.SessionEnd;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens and ends sessions; {@link OpenSessions} reads and uses them. A method that takes a connection joins the
 * transaction on it; the others join the caller's {@code Transactions.run}.
 */
@ApplicationScoped
public class Sessions {
    private final PanacheSessions rows;
    private final OpenSessions statements;
    private final SessionEnding ending;
    private final SessionAccounts accounts;
    private final SessionTerms terms;
    private final RefreshTokens tokens;
    private final IdGenerator ids;
    private final InstantSource clock;

    Sessions(
            PanacheSessions rows,
            OpenSessions statements,
            SessionEnding ending,
            SessionAccounts accounts,
            SessionTerms terms,
            RefreshTokens tokens,
            IdGenerator ids,
            InstantSource clock) {
        this.rows = rows;
        this.statements = statements;
        this.ending = ending;
        this.accounts = accounts;
        this.terms = terms;
        this.tokens = tokens;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A session that begins now, with its limits and its first refresh token; {@link #store} stores it. It does not
     * begin before the sessions of its account count again, even if those were ended by a clock that is ahead.
     *
     * @param account as it was when the login was granted
     * @param methods how the person authenticated (RFC 8176)
     * @param rememberMe as requested; the settings decide whether it is granted
     */
    public Session.Opened begin(
            Session.Account account, SessionClient client, List<String> methods, boolean rememberMe) {
        Instant now = clock.instant();
        UUID id = ids.next();
        SessionSettings settings = terms.of(account.kind());
        SessionSettings.Span span = settings.span(rememberMe, now, now);
        Session session = new Session(
                id,
                account.id(),
                account.kind(),
                methods,
                began(account, now),
                now,
                now,
                span.idleExpiresAt(),
                span.expiresAt(),
                settings.warnAt(span.idleExpiresAt(), now),
                span.remembered(),
                client.ip(),
                client.userAgent());
        return new Session.Opened(session, account, tokens.first(id));
    }

    private static Instant began(Session.Account account, Instant now) {
        Instant from = account.sessionsFrom();
        return from == null || from.isBefore(now) ? now : from;
    }

    /**
     * Stores a session and writes the time of the login to its account; where the account has too many sessions then,
     * the oldest ones end. Fails with {@link SessionAccounts.NotActive} when the account is not as the session says any
     * more.
     *
     * <p>One statement after the other: the victim of a deadlock has no transaction any more, so whatever was sent
     * behind it would be carried out and committed by itself.
     */
    public Uni<Void> store(SqlConnection transaction, Session.Opened opened) {
        return accounts.noteLogin(transaction, opened)
                .chain(() -> statements.insert(transaction, opened))
                .chain(() -> ending.displace(transaction, opened.session()));
    }

    /** The account that has or had this session. */
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

    /** Ends every session of an account except this one; returns their number. */
    public Uni<Integer> endOthers(UUID accountId, UUID kept, SessionEnd why, Origin by) {
        return rows.lockOpen(accountId)
                .map(open -> open.stream().filter(row -> !row.id.equals(kept)).toList())
                .chain(open -> ending.each(open, row -> why, by));
    }

    /**
     * Ends every session of an account, also one that is being opened elsewhere, with a revocation for each and one for
     * the account; returns the number of those that were open.
     */
    public Uni<Integer> endAll(UUID accountId, SessionEnd why, Origin by) {
        return accounts.lockLastCut(accountId).chain(last -> rows.lockOpen(accountId)
                .chain(open ->
                        endWhole(accountId, open, SessionEnding.notBefore(open, last, clock.instant()), why, by)));
    }

    private Uni<Integer> endWhole(UUID accountId, List<SessionRow> open, Instant from, SessionEnd why, Origin by) {
        return accounts.cut(accountId, from).chain(() -> ending.whole(accountId, open, from, why, by));
    }

    /** Ends and deletes the sessions of an account that is erased: where somebody came from is personal. */
    public Uni<Void> forget(UUID accountId, Origin by) {
        return endAll(accountId, SessionEnd.ACCOUNT_DISABLED, by).chain(() -> rows.deleteOf(accountId));
    }

    /** Ends these sessions, as far as they are open; returns their number. */
    public Uni<Integer> endThese(List<UUID> ids, SessionEnd why, Origin by) {
        return rows.lockOpen(ids).chain(open -> ending.each(open, row -> why, by));
    }

    /** Ends this session if it is past its limits; returns whether it did. */
    public Uni<Boolean> endLapsed(UUID sessionId) {
        return rows.lockLapsed(List.of(sessionId))
                .chain(found -> ending.each(found, SessionRow::lapse, Origin.SYSTEM))
                .map(count -> count == 1);
    }

    /** Ends open sessions past their limits, at most so many; returns their number. */
    Uni<Integer> endLapsed(int atMost) {
        return rows.lapsed(atMost)
                .chain(rows::lockLapsed)
                .chain(open -> ending.each(open, SessionRow::lapse, Origin.SYSTEM));
    }
}
