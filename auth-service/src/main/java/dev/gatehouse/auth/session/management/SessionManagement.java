package dev.gatehouse.auth.session.management;

import dev.gatehouse.auth.session.hostname.Hostnames;
import dev.gatehouse.auth.session.lifetime.Authority;
import dev.gatehouse.auth.session.lifetime.OpenSessions;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.SessionAccounts;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.mail.useragent.UserAgent;
import dev.gatehouse.chassis.mail.useragent.UserAgents;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.chassis.security.incident.ForeignObjects;
import dev.gatehouse.contracts.event.AccessRefused;
import dev.gatehouse.contracts.event.SessionEnd;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lists and ends sessions: one's own, and all sessions of an account for an administrator. */
@ApplicationScoped
class SessionManagement {
    private static final String LIST = "own-sessions";

    private final Transactions transactions;
    private final OpenSessions openSessions;
    private final Sessions sessions;
    private final SessionAccounts accounts;
    private final Authority authority;
    private final Hostnames hostnames;
    private final Pages pages;
    private final ForeignObjects foreign;

    SessionManagement(
            Transactions transactions,
            OpenSessions openSessions,
            Sessions sessions,
            SessionAccounts accounts,
            Authority authority,
            Hostnames hostnames,
            Pages pages,
            ForeignObjects foreign) {
        this.transactions = transactions;
        this.openSessions = openSessions;
        this.sessions = sessions;
        this.accounts = accounts;
        this.authority = authority;
        this.hostnames = hostnames;
        this.pages = pages;
        this.foreign = foreign;
    }

    /**
     * A page of open sessions.
     *
     * @param hostnames the confirmed hostnames by IP address, as far as they are known
     * @param devices what the sessions are used with, by session
     */
    record Listing(Page<Session> page, Map<String, String> hostnames, Map<UUID, UserAgent> devices) {}

    Uni<Listing> list(Caller caller, PageRequest request) {
        Optional<UUID> after = pages.after(LIST, request).map(parts -> UUID.fromString(parts.getFirst()));
        return openSessions
                .live(caller.accountId(), after, request.fetch())
                .map(found -> pages.of(LIST, request, found, SessionManagement::key))
                .chain(this::withHostnames);
    }

    /**
     * False when the caller has no such session. An attempt on the session of another account is published, and is not
     * visible in the result.
     */
    Uni<Boolean> end(Caller caller, UUID sessionId, Origin by) {
        return transactions.run(() -> authority
                .requireOpenSession(by)
                .chain(() -> sessions.end(caller.accountId(), sessionId, SessionEnd.ENDED_BY_OWNER, by))
                .call(ended -> ended ? Uni.createFrom().voidItem() : reportForeign(sessionId, by)));
    }

    Uni<Void> signOut(Caller caller, Origin by) {
        return transactions
                .run(() -> sessions.end(caller.accountId(), caller.sessionId(), SessionEnd.SIGNED_OUT, by))
                .replaceWithVoid();
    }

    Uni<Void> endOthers(Caller caller, Origin by) {
        return transactions
                .run(() -> authority
                        .requireOpenSession(by)
                        .chain(() -> sessions.endOthers(
                                caller.accountId(), caller.sessionId(), SessionEnd.ENDED_BY_OWNER, by)))
                .replaceWithVoid();
    }

    /** False when the session is over, whatever its token says. */
    Uni<Boolean> active(Caller caller) {
        return openSessions.used(caller.sessionId(), caller.kind());
    }

    /** Ends all sessions of an account on behalf of an administrator; false when there is no such account. */
    Uni<Boolean> endAll(UUID accountId, Origin by) {
        return accounts.find(accountId)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : transactions
                                .run(() -> authority
                                        .requireAdmin(by)
                                        .chain(() -> sessions.endAll(accountId, SessionEnd.ENDED_BY_ADMIN, by)))
                                .replaceWith(true));
    }

    private Uni<Void> reportForeign(UUID sessionId, Origin by) {
        return sessions.ownerOf(sessionId)
                .chain(owner -> foreign.report(new AccessRefused("session", sessionId), owner, by));
    }

    private Uni<Listing> withHostnames(Page<Session> page) {
        List<String> ips = page.items().stream().map(Session::ip).toList();
        return transactions.read(() -> hostnames.of(ips)).chain(names -> devices(page)
                .map(devices -> new Listing(page, names, devices)));
    }

    private static Uni<Map<UUID, UserAgent>> devices(Page<Session> page) {
        return Multi.createFrom()
                .iterable(page.items())
                .onItem()
                .transformToUniAndConcatenate(session ->
                        UserAgents.describe(session.userAgent()).map(device -> Map.entry(session.id(), device)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static List<String> key(Session session) {
        return List.of(session.id().toString());
    }
}
