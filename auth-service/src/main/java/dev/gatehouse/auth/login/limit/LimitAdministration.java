package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.session.lifetime.Authority;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.SettingsChanged;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Edits the limits on failed logins. */
@ApplicationScoped
class LimitAdministration {
    private final SqlLimitSettings settings;
    private final Authority authority;
    private final Transactions transactions;
    private final Events events;

    LimitAdministration(SqlLimitSettings settings, Authority authority, Transactions transactions, Events events) {
        this.settings = settings;
        this.authority = authority;
        this.transactions = transactions;
        this.events = events;
    }

    /** Empty when the edit is based on an old version. */
    Uni<Optional<LimitSettings>> edit(AccountKind kind, LimitSettings next, IfMatch base, Origin origin) {
        return transactions.runSql(tx -> authority
                .requireAdminIn(tx, origin)
                .chain(() -> settings.hold(tx, kind))
                .chain(stored -> {
                    if (!base.matches(stored.version())) {
                        return Uni.createFrom().item(Optional.<LimitSettings>empty());
                    }
                    return stored.sameValues(next)
                            ? Uni.createFrom().item(Optional.of(stored))
                            : store(tx, kind, stored, next.withVersion(stored.version() + 1), origin)
                                    .map(Optional::of);
                }));
    }

    private Uni<LimitSettings> store(
            SqlConnection tx, AccountKind kind, LimitSettings before, LimitSettings after, Origin origin) {
        SettingsChanged changed = new SettingsChanged("rate-limits/" + kind + "s", before.changesTo(after));
        return settings.store(tx, kind, after)
                .chain(() -> events.publish(tx, events.event(changed, origin)))
                .replaceWith(after);
    }
}
