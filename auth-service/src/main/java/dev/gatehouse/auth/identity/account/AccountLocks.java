package dev.gatehouse.auth.identity.account;

import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.auth.session.lifetime.Authority;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.messaging.event.Origin;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a change of an account in one transaction: reads the authority of its actor, locks the rows that decide, and
 * hands them over with the facts. Joins the transaction of its caller.
 */
@ApplicationScoped
class AccountLocks {
    private final PanacheAccounts store;
    private final Authority authority;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Duration lasting;

    AccountLocks(
            PanacheAccounts store,
            Authority authority,
            Transactions transactions,
            InstantSource clock,
            AccountConfig config) {
        this.store = store;
        this.authority = authority;
        this.transactions = transactions;
        this.clock = clock;
        this.lasting = config.lastingAdminRight();
    }

    /** A change by the owner, whose session must be open. */
    Uni<AccountOutcome> own(UUID id, Precondition precondition, Function<Locked, Uni<AccountOutcome>> change) {
        return transactions.run(() -> store.lock(id)
                .call(() -> authority.requireOpenSession(precondition.origin()))
                .chain(row -> applyTo(row, List.of(), precondition, change)));
    }

    /** A change by an administrator, after which there are as many administrators as before, or more. */
    Uni<AccountOutcome> one(UUID id, Precondition precondition, Function<Locked, Uni<AccountOutcome>> change) {
        return transactions.run(() -> authority
                .requireAdmin(precondition.origin())
                .chain(() -> store.lock(id))
                .chain(row -> applyTo(row, List.of(), precondition, change)));
    }

    /** A change after which there may be fewer administrators: all of them are locked first. */
    Uni<AccountOutcome> withAdmins(UUID id, Precondition precondition, Function<Locked, Uni<AccountOutcome>> change) {
        return transactions.run(() -> authority
                .requireAdmin(precondition.origin())
                .chain(store::lockActiveAdmins)
                .chain(admins -> store.lock(id).chain(row -> applyTo(row, admins, precondition, change))));
    }

    /** Whether a right with this end is not one that stays; a right without an end stays. */
    boolean endsSoon(@Nullable Instant end) {
        return end != null && !end.isAfter(clock.instant().plus(lasting));
    }

    private Uni<AccountOutcome> applyTo(
            Optional<AccountRow> row,
            List<AccountRow> admins,
            Precondition precondition,
            Function<Locked, Uni<AccountOutcome>> change) {
        return row.map(found ->
                        change.apply(new Locked(found, facts(found, admins, precondition), precondition.origin())))
                .orElseGet(() -> Uni.createFrom().item(new AccountOutcome.Refused(Refusal.UNKNOWN)));
    }

    private AccountPolicy.Facts facts(AccountRow row, List<AccountRow> admins, Precondition precondition) {
        List<AccountRow> others =
                admins.stream().filter(admin -> !admin.id.equals(row.id)).toList();
        AccountPolicy.Admins counted = new AccountPolicy.Admins(
                row.admin && !endsSoon(row.adminUntil),
                others.size(),
                others.stream().filter(admin -> !endsSoon(admin.adminUntil)).count());
        return new AccountPolicy.Facts(
                row.kind,
                row.status,
                row.admin,
                row.version,
                precondition.expected(),
                precondition.origin().owns(row.id),
                counted);
    }

    /** What the request says besides the change: the version that it is for, and who sends it. */
    record Precondition(Optional<IfMatch> expected, Origin origin) {}

    /** The locked row, and what is known while it is locked. */
    record Locked(AccountRow row, AccountPolicy.Facts facts, Origin origin) {
        UUID id() {
            return row.id;
        }
    }
}
