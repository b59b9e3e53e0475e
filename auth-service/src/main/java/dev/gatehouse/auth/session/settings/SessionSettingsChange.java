package dev.gatehouse.auth.session.settings;

import dev.gatehouse.auth.session.lifetime.Authority;
import dev.gatehouse.auth.session.lifetime.SessionSettings;
import dev.gatehouse.auth.session.lifetime.SessionTerms;
import dev.gatehouse.auth.session.lifetime.SessionTerms.Stored;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.contracts.event.SettingsChanged;
import dev.gatehouse.contracts.identity.AccountKind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Changes the settings of sessions: authority, version, settings and event in one transaction. */
@ApplicationScoped
class SessionSettingsChange {
    private final SessionTerms terms;
    private final Authority authority;
    private final Transactions transactions;
    private final Events events;

    SessionSettingsChange(SessionTerms terms, Authority authority, Transactions transactions, Events events) {
        this.terms = terms;
        this.authority = authority;
        this.transactions = transactions;
        this.events = events;
    }

    Uni<Stored> current(AccountKind kind) {
        return terms.read().map(all -> Objects.requireNonNull(all.get(kind)));
    }

    /** The settings as they are stored now; empty when they were changed since the client read them. */
    Uni<Optional<Stored>> change(AccountKind kind, SessionSettings next, IfMatch base, Origin origin) {
        return transactions
                .runSql(tx -> authority
                        .requireAdminIn(tx, origin)
                        .chain(() -> terms.hold(tx, kind))
                        .chain(stored -> base.matches(stored.version())
                                ? store(tx, kind, stored, next, origin).map(Optional::of)
                                : Uni.createFrom().item(Optional.<Stored>empty())))
                .call(terms::read);
    }

    private Uni<Stored> store(SqlConnection tx, AccountKind kind, Stored before, SessionSettings next, Origin origin) {
        List<Change> changes = before.settings().changesTo(next);
        if (changes.isEmpty()) {
            return Uni.createFrom().item(before);
        }
        Stored after = new Stored(next, before.version() + 1, false);
        SettingsChanged changed = new SettingsChanged("sessions/" + kind + "s", changes);
        return terms.store(tx, kind, next, after.version())
                .chain(() -> events.publish(tx, events.event(changed, origin)))
                .replaceWith(after);
    }
}
