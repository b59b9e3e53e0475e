package dev.gatehouse.iptrust.account;

import dev.gatehouse.chassis.mail.queue.MailQueue;
import dev.gatehouse.contracts.state.AccountState;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The audience to the copy of the accounts; every call joins the session or transaction of its caller. */
@ApplicationScoped
public class Accounts {
    private final PanacheAccounts rows;
    private final List<AccountErasure> erasures;
    private final MailQueue mails;

    Accounts(PanacheAccounts rows, @All List<AccountErasure> erasures, MailQueue mails) {
        this.rows = rows;
        this.erasures = erasures;
        this.mails = mails;
    }

    /** The account, if its state has arrived. */
    public Uni<Optional<Account>> find(UUID accountId) {
        return rows.findById(accountId).map(row -> Optional.ofNullable(row).map(AccountRow::account));
    }

    /** Makes everybody else who holds this account wait until the transaction of the caller has ended. */
    public Uni<Void> hold(UUID accountId) {
        return rows.lock(accountId).replaceWithVoid();
    }

    Uni<Void> take(AccountState state) {
        return rows.findById(state.id())
                .onItem()
                .ifNull()
                .switchTo(() -> rows.persist(AccountRow.of(state)))
                .invoke(row -> row.take(state))
                .replaceWithVoid();
    }

    Uni<Void> forget(UUID accountId) {
        return Multi.createFrom()
                .iterable(erasures)
                .onItem()
                .transformToUniAndConcatenate(erasure -> erasure.forget(accountId))
                .onItem()
                .ignoreAsUni()
                .chain(() -> mails.forget(accountId))
                .chain(() -> rows.deleteById(accountId))
                .replaceWithVoid();
    }
}
