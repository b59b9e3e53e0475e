package dev.gatehouse.auth.identity.account;

import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.auth.session.lifetime.Authority;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.event.PasswordChangeRequired;
import dev.gatehouse.contracts.event.PasswordChangeWaived;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requires that an account has a new password before it gets another session, and lifts that. {@link Accounts} lifts it
 * too, when a password is set. Each method is one transaction, or joins that of its caller.
 */
@ApplicationScoped
public class RequiredPasswordChange {
    private static final String FIELD = "passwordChange";

    private final PanacheAccounts store;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Authority authority;
    private final Transactions transactions;

    RequiredPasswordChange(
            PanacheAccounts store,
            Accounts accounts,
            Sessions sessions,
            Authority authority,
            Transactions transactions) {
        this.store = store;
        this.accounts = accounts;
        this.sessions = sessions;
        this.authority = authority;
        this.transactions = transactions;
    }

    /** Ends every session of the account, which gets none before it has a new password. */
    public Uni<AccountOutcome> require(UUID id, Cause cause, Origin origin) {
        return transactions.run(
                () -> authority(cause, origin).chain(() -> store.lock(id)).chain(found -> refusal(found)
                        .map(RequiredPasswordChange::refused)
                        .orElseGet(() -> require(found.orElseThrow(), cause, origin))));
    }

    /** Lifts it. Changes nothing when no new password is required. */
    public Uni<AccountOutcome> waive(UUID id, String reason, Origin origin) {
        return transactions.run(
                () -> authority.requireAdmin(origin).chain(() -> store.lock(id)).chain(found -> refusal(found)
                        .map(RequiredPasswordChange::refused)
                        .orElseGet(() -> waive(found.orElseThrow(), reason, origin))));
    }

    private Uni<AccountOutcome> require(AccountRow row, Cause cause, Origin origin) {
        List<Change> changes =
                new Changes().note(FIELD, row.passwordChange, cause.why()).list();
        row.passwordChange = cause.why();
        return sessions.endAll(row.id, cause.end(), origin)
                .chain(ended -> accounts.published(row, origin, List.<EventData>of(cause.event(ended, changes))));
    }

    private Uni<AccountOutcome> waive(AccountRow row, String reason, Origin origin) {
        if (row.passwordChange == null) {
            return Uni.createFrom().item(new AccountOutcome.Done(row.account()));
        }
        List<Change> changes =
                new Changes().note(FIELD, row.passwordChange, null).list();
        row.passwordChange = null;
        return accounts.published(row, origin, List.of(new PasswordChangeWaived(reason, changes)));
    }

    private Uni<Void> authority(Cause cause, Origin origin) {
        return cause.why() == PasswordChangeReason.BY_ADMIN
                ? authority.requireAdmin(origin)
                : Uni.createFrom().voidItem();
    }

    private static Optional<Refusal> refusal(Optional<AccountRow> found) {
        return found.isEmpty()
                ? Optional.of(Refusal.UNKNOWN)
                : found.filter(row -> row.status == AccountStatus.ERASED).map(row -> Refusal.ERASED);
    }

    private static Uni<AccountOutcome> refused(Refusal why) {
        return Uni.createFrom().item(new AccountOutcome.Refused(why));
    }

    /**
     * Why a new password is required.
     *
     * @param note the reason that an administrator gave
     * @param deniedIp from where the denied login came, if it is known
     * @param deniedUserAgent the user agent of that login, as sent
     */
    public record Cause(
            PasswordChangeReason why,
            @Nullable String note,
            @Nullable String deniedIp,
            @Nullable String deniedUserAgent) {
        /** By an administrator, who says why. */
        public static Cause byAdmin(String note) {
            return new Cause(PasswordChangeReason.BY_ADMIN, note, null, null);
        }

        private SessionEnd end() {
            return why == PasswordChangeReason.BY_ADMIN ? SessionEnd.ENDED_BY_ADMIN : SessionEnd.ADDRESS_DENIED;
        }

        private PasswordChangeRequired event(int sessionsEnded, List<Change> changes) {
            return new PasswordChangeRequired(why, sessionsEnded, note, deniedIp, deniedUserAgent, changes);
        }
    }
}
