package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.contracts.identity.AccountKind;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of sessions that are in effect at this replica. They are read at the start and then every second, so a
 * login or a refresh pays no statement for them.
 */
@ApplicationScoped
public class SessionTerms {
    /** Before requests are answered. */
    private static final int EARLY = 100;

    private final SqlSessionSettings store;
    private volatile Map<AccountKind, Stored> known = Map.of();

    SessionTerms(SqlSessionSettings store) {
        this.store = store;
    }

    /**
     * Settings as they are stored.
     *
     * @param version increases with every change
     * @param due whether open sessions must be brought into line with them
     */
    public record Stored(SessionSettings settings, long version, boolean due) {}

    void start(@Observes @Priority(EARLY) StartupEvent started) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::read);
    }

    /** The settings of this kind of account. */
    public SessionSettings of(AccountKind kind) {
        return Objects.requireNonNull(known.get(kind)).settings();
    }

    /** Reads them anew. */
    public Uni<Map<AccountKind, Stored>> read() {
        return store.all().invoke(read -> known = read);
    }

    /** The settings as they are stored; nobody else changes them until the transaction ends. */
    public Uni<Stored> hold(SqlConnection tx, AccountKind kind) {
        return store.hold(tx, kind);
    }

    /** Stores settings that are held; open sessions follow. */
    public Uni<Void> store(SqlConnection tx, AccountKind kind, SessionSettings settings, long version) {
        return store.store(tx, kind, settings, version);
    }
}
