package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.login.campaign.LoginCampaigns;
import dev.gatehouse.auth.login.limit.SqlCurrentLimits.Lock;
import dev.gatehouse.auth.login.limit.SqlCurrentLimits.Position;
import dev.gatehouse.auth.session.lifetime.Authority;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.AccountUnlocked;
import dev.gatehouse.contracts.event.LoginLimitLifted;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows who is throttled now, and lifts it. */
@ApplicationScoped
class CurrentLimits {
    private static final String LIST = "current-limits";

    private final SqlCurrentLimits locks;
    private final LoginCampaigns campaigns;
    private final Accounts accounts;
    private final Authority authority;
    private final Pages pages;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;

    CurrentLimits(
            SqlCurrentLimits locks,
            LoginCampaigns campaigns,
            Accounts accounts,
            Authority authority,
            Pages pages,
            Transactions transactions,
            Events events,
            InstantSource clock) {
        this.locks = locks;
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.authority = authority;
        this.pages = pages;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    Uni<Page<Lock>> list(AccountKind kind, PageRequest request) {
        String list = LIST + "-" + kind;
        Position after = pages.after(list, request).map(CurrentLimits::position).orElse(Position.FIRST);
        return locks.page(kind, clock.instant(), after, request.fetch())
                .map(rows -> pages.of(
                        list,
                        request,
                        rows,
                        lock -> List.of(lock.until().toString(), lock.id().toString())));
    }

    /** Since when strangers meet tighter limits; empty when they do not. */
    Uni<Optional<Instant>> campaignSince(AccountKind kind) {
        return campaigns.since(kind);
    }

    /** False when there is no such lock. */
    Uni<Boolean> lift(AccountKind kind, UUID id, Origin origin) {
        return transactions.runSql(tx -> authority
                .requireAdminIn(tx, origin)
                .chain(() -> locks.hold(tx, kind, id, clock.instant()))
                .chain(found -> found.map(
                                lock -> release(tx, kind, lock, origin).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false))));
    }

    /** Forgets the failed logins of the account; false when there is no such account. */
    Uni<Boolean> unlock(UUID accountId, Origin origin) {
        return transactions
                .read(() -> accounts.byId(accountId))
                .chain(account -> account.isEmpty()
                        ? Uni.createFrom().item(false)
                        : transactions
                                .runSql(tx -> authority
                                        .requireAdminIn(tx, origin)
                                        .chain(() -> locks.unlock(tx, accountId))
                                        .chain(limits -> events.publish(
                                                tx,
                                                events.event(new AccountUnlocked(limits), origin)
                                                        .about(accountId))))
                                .replaceWith(true));
    }

    private Uni<Void> release(SqlConnection tx, AccountKind kind, Lock lock, Origin origin) {
        LoginLimitLifted lifted = new LoginLimitLifted(kind, lock.limit(), lock.network());
        return locks.lift(tx, lock.id())
                .chain(() -> events.publish(tx, events.event(lifted, origin).about(lock.accountId())));
    }

    private static Position position(List<String> keyParts) {
        return new Position(Instant.parse(keyParts.getFirst()), UUID.fromString(keyParts.getLast()));
    }
}
