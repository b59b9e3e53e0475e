package dev.gatehouse.auth.session.management;

import dev.gatehouse.auth.session.hostname.Hostnames;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.contracts.event.SessionEnd;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists and ends sessions on behalf of a person. */
@ApplicationScoped
class OwnSessions {
    private static final String LIST = "own-sessions";

    private final Transactions transactions;
    private final Sessions sessions;
    private final Hostnames hostnames;
    private final Pages pages;
    private final ForeignReach foreign;

    OwnSessions(Transactions transactions, Sessions sessions, Hostnames hostnames, Pages pages, ForeignReach foreign) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.hostnames = hostnames;
        this.pages = pages;
        this.foreign = foreign;
    }

    Uni<Page<SessionItem>> list(Caller caller, PageRequest request) {
        Optional<UUID> after = pages.after(LIST, request).map(parts -> UUID.fromString(parts.getFirst()));
        return transactions.read(() -> sessions.live(caller.accountId(), after, request.fetch())
                .map(found -> pages.of(LIST, request, found, OwnSessions::key))
                .chain(page -> named(page, caller.sessionId())));
    }

    /** False when the caller has no such session; that it is another's is told to the audit log only. */
    Uni<Boolean> end(Caller caller, UUID sessionId, Origin by) {
        return transactions.run(() -> sessions.end(caller.accountId(), sessionId, SessionEnd.ENDED_BY_OWNER, by)
                .call(ended -> ended ? Uni.createFrom().voidItem() : missed(caller, sessionId, by)));
    }

    Uni<Void> signOut(Caller caller, Origin by) {
        return transactions
                .run(() -> sessions.end(caller.accountId(), caller.sessionId(), SessionEnd.SIGNED_OUT, by))
                .replaceWithVoid();
    }

    Uni<Void> endOthers(Caller caller, Origin by) {
        return transactions
                .run(() -> sessions.endOthers(caller.accountId(), caller.sessionId(), SessionEnd.ENDED_BY_OWNER, by))
                .replaceWithVoid();
    }

    /** False when the session is over, whatever its token says. */
    Uni<Boolean> active(Caller caller) {
        return sessions.used(caller.sessionId(), caller.kind());
    }

    private Uni<Void> missed(Caller caller, UUID sessionId, Origin by) {
        return sessions.ownerOf(sessionId).chain(owner -> owner.filter(other -> !other.equals(caller.accountId()))
                .map(other -> foreign.tell(other, sessionId, by))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Page<SessionItem>> named(Page<Session> page, UUID current) {
        List<String> ips = page.items().stream().map(Session::ip).toList();
        return hostnames.of(ips).map(names -> pages.map(page, session -> SessionItem.of(session, names, current)));
    }

    private static List<String> key(Session session) {
        return List.of(session.id().toString());
    }
}
