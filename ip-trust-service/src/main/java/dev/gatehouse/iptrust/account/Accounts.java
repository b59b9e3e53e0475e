package dev.gatehouse.iptrust.account;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The entry point to the copy of the accounts; every call joins the session or transaction of its caller. */
@ApplicationScoped
public class Accounts {
    private final PanacheAccounts rows;

    Accounts(PanacheAccounts rows) {
        this.rows = rows;
    }

    /** The account; empty before its state has arrived, and after it was erased. */
    public Uni<Optional<Account>> find(UUID accountId) {
        return rows.findById(accountId).map(row -> Optional.ofNullable(row)
                .filter(found -> !found.erased())
                .map(AccountRow::account));
    }

    /** Locks the account until the end of the caller's transaction. */
    public Uni<Void> hold(UUID accountId) {
        return rows.lock(accountId).replaceWithVoid();
    }
}
