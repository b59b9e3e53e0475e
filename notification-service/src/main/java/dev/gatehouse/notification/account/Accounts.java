package dev.gatehouse.notification.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The entry point to the copy of the accounts; every call joins the session or transaction of its caller. */
@ApplicationScoped
public class Accounts {
    private final PanacheAccounts rows;

    Accounts(PanacheAccounts rows) {
        this.rows = rows;
    }

    /** Reads these into the current session, where {@link #find} finds them. */
    public Uni<Void> prepare(Set<UUID> accountIds) {
        return rows.read(accountIds);
    }

    /** The account; empty before its state has arrived, and after it was erased. */
    public Uni<Optional<Recipient>> find(UUID accountId) {
        return rows.present(accountId).map(row -> row.map(AccountRow::recipient));
    }

    /**
     * The same. An account that is unknown stays unknown until the end of the caller's transaction, because its insert
     * waits. So {@link AgentListener#agentChanged} finds what this transaction stores for an unknown account.
     */
    public Uni<Optional<Recipient>> findForArrival(UUID accountId) {
        return rows.presentOrHeldOff(accountId).map(row -> row.map(AccountRow::recipient));
    }

    /** The administrators who can log in, in a fixed order. */
    public Uni<List<Recipient>> administrators() {
        return rows.activeAdministrators()
                .map(found -> found.stream().map(AccountRow::recipient).toList());
    }
}
