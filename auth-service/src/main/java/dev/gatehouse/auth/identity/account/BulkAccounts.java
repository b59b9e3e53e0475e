package dev.gatehouse.auth.identity.account;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.identity.account.Accounts.Opening;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.event.StateVersion;
import dev.gatehouse.contracts.event.AccountCreated;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.state.State;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds and opens many accounts at once. Each method joins the transaction of its caller. */
@ApplicationScoped
public class BulkAccounts {
    private final Accounts accounts;
    private final PanacheAccounts store;
    private final Credentials credentials;
    private final Events events;
    private final InstantSource clock;

    BulkAccounts(
            Accounts accounts, PanacheAccounts store, Credentials credentials, Events events, InstantSource clock) {
        this.accounts = accounts;
        this.store = store;
        this.credentials = credentials;
        this.events = events;
        this.clock = clock;
    }

    /** The accounts with these addresses, by their normalised form. */
    public Uni<Map<String, Account>> byEmailKeys(Collection<String> keys) {
        return store.byEmailKeys(keys)
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.emailKey, AccountRow::account)));
    }

    /**
     * Opens accounts whose addresses are free, and returns them in this order; fails with a duplicate key if one is
     * taken meanwhile. Their passwords may be hashes of another system.
     */
    public Uni<List<Account>> openAll(List<Imported> imported, Origin origin) {
        Map<UUID, StoredPassword> passwords = new LinkedHashMap<>();
        List<AccountRow> rows = new ArrayList<>();
        for (Imported one : imported) {
            AccountRow row = accounts.row(one.opening());
            row.version = StateVersion.next(row.version, clock.instant());
            rows.add(row);
            if (one.password() != null) {
                row.status = AccountStatus.ACTIVE;
                row.passwordChangedAt = row.createdAt;
                passwords.put(row.id, one.password());
            }
        }
        return store.persistAll(rows)
                .chain(() -> credentials.add(passwords, clock.instant()))
                .chain(() -> publishOpened(rows, origin))
                .map(nothing -> rows.stream().map(AccountRow::account).toList());
    }

    private Uni<Void> publishOpened(List<AccountRow> rows, Origin origin) {
        return events.publishState(rows.stream().map(AccountRow::state).toArray(State[]::new))
                .chain(() -> events.publish(rows.stream()
                        .map(row -> events.event(new AccountCreated(row.kind, row.status), origin)
                                .about(row.id))
                        .toArray(SecurityEvent<?>[]::new)));
    }

    /**
     * An account of another system.
     *
     * @param opening without a password
     * @param password as the other system hashed it; absent if its owner is invited to choose one
     */
    public record Imported(Opening opening, @Nullable StoredPassword password) {}
}
