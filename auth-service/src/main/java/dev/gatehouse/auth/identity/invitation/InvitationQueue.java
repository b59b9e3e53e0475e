package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** The rows whose mail is due, handed out to one sender at a time. */
@ApplicationScoped
class InvitationQueue {
    /** Longer than any attempt takes, so that two replicas do not send the same mail. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final PanacheInvitations store;
    private final Accounts accounts;
    private final Transactions transactions;
    private final InstantSource clock;

    InvitationQueue(PanacheInvitations store, Accounts accounts, Transactions transactions, InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Takes the one that has waited longest, for as long as the lease is; empty when nothing is due. */
    Uni<Optional<Claimed>> claim() {
        return transactions.run(() -> store.lockFirstDue(clock.instant())
                .chain(row -> row.map(this::lease).orElse(Uni.createFrom().item(Optional.empty()))));
    }

    Uni<Void> sent(Claimed claimed) {
        return transactions.run(() -> store.mailed(claimed.id(), claimed.lease(), clock.instant()));
    }

    Uni<Void> later(Claimed claimed, String reason) {
        Instant next = clock.instant().plus(wait(claimed.attempt()));
        return transactions.run(() -> store.failed(claimed.id(), claimed.lease(), next, cut(reason)));
    }

    Uni<Void> giveUp(Claimed claimed, String reason) {
        return transactions.run(() -> store.failed(claimed.id(), claimed.lease(), null, cut(reason)));
    }

    /** Doubles from two seconds on: somebody is waiting for the mail. */
    static Duration wait(int attempt) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.clamp(attempt - 1L, 0, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private Uni<Optional<Claimed>> lease(InvitationRow row) {
        Instant now = clock.instant();
        Instant lease = now.plus(LEASE);
        row.attempts++;
        row.nextAttemptAt = lease;
        boolean open = row.openAt(now);
        return accounts.byId(row.accountId)
                .map(found -> found.filter(account -> open && account.status() == AccountStatus.INVITED))
                .map(found -> Optional.of(new Claimed(row.id, row.attempts, lease, row.expiresAt, found)));
    }

    private static String cut(String reason) {
        return reason.length() <= 200 ? reason : reason.substring(0, 200);
    }

    /**
     * A mail to send now.
     *
     * @param attempt the first is 1
     * @param lease until when nobody else takes it
     * @param account to whom; absent when the mail has no purpose any more
     */
    record Claimed(UUID id, int attempt, Instant lease, Instant expiresAt, Optional<Account> account) {}
}
