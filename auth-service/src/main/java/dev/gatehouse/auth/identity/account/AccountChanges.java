package dev.gatehouse.auth.identity.account;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.auth.session.lifetime.Authority;
import dev.gatehouse.auth.session.lifetime.Sessions;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.AccountChanged;
import dev.gatehouse.contracts.event.AccountDisabled;
import dev.gatehouse.contracts.event.AccountEnabled;
import dev.gatehouse.contracts.event.AccountErased;
import dev.gatehouse.contracts.event.ActorKind;
import dev.gatehouse.contracts.event.AdminRightGranted;
import dev.gatehouse.contracts.event.AdminRightWithdrawn;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Edits, disables and erases accounts, and changes who is administrator. Each method is one transaction, or joins that
 * of its caller, which MUST NOT have read the account before: the rows are locked here first and then read. All but
 * {@link #editOwn} are for administrators, whose authority is read in the same transaction.
 *
 * <p>Every use case has the same steps: lock, let {@link AccountPolicy} decide, change, publish.
 */
@ApplicationScoped
public class AccountChanges {
    private final PanacheAccounts store;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Authority authority;
    private final Events events;
    private final Transactions transactions;
    private final List<AccountErasureListener> erasureListeners;

    AccountChanges(
            PanacheAccounts store,
            Accounts accounts,
            Credentials credentials,
            Sessions sessions,
            Authority authority,
            Events events,
            Transactions transactions,
            @All List<AccountErasureListener> erasureListeners) {
        this.store = store;
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.authority = authority;
        this.events = events;
        this.transactions = transactions;
        this.erasureListeners = List.copyOf(erasureListeners);
    }

    /** Applies an edit to the version that the client read; an edit without a change keeps the version. */
    public Uni<AccountOutcome> edit(UUID id, IfMatch expected, EditCommand command, Origin origin) {
        Precondition precondition = new Precondition(Optional.of(expected), origin);
        return command.status() == AccountStatus.DISABLED
                ? lockWithAdmins(id, precondition, account -> disable(account, command))
                : lock(id, precondition, account -> edit(account, command));
    }

    /** Applies an edit by the owner of the account. */
    public Uni<AccountOutcome> editOwn(UUID id, IfMatch expected, EditCommand command, Origin origin) {
        Precondition precondition = new Precondition(Optional.of(expected), origin);
        return transactions.run(() -> store.lock(id)
                .call(() -> authority.requireOpenSession(origin))
                .chain(row -> applyTo(row, List.of(), precondition, account -> edit(account, command))));
    }

    private Uni<AccountOutcome> edit(Locked account, EditCommand command) {
        return AccountPolicy.edit(account.facts(), command.status())
                .map(AccountChanges::refused)
                .orElseGet(() -> apply(account, command, 0));
    }

    private Uni<AccountOutcome> disable(Locked account, EditCommand command) {
        Optional<Refusal> refusal =
                AccountPolicy.change(account.facts()).or(() -> AccountPolicy.lessAdmins(account.facts()));
        return refusal.isPresent()
                ? publishRefusal(account, new AccountDisabled(0), refusal.get())
                : sessions.endAll(account.id(), SessionEnd.ACCOUNT_DISABLED, account.origin())
                        .chain(ended -> apply(account, command, ended));
    }

    private Uni<AccountOutcome> apply(Locked account, EditCommand command, int sessionsEnded) {
        List<EventData> changes = command.applyTo(account.row(), sessionsEnded);
        return changes.isEmpty() ? done(account) : accounts.published(account.row(), account.origin(), changes);
    }

    /** Erases the personal data of an account; one that is erased already stays as it is. */
    public Uni<AccountOutcome> erase(UUID id, Origin origin) {
        return lockWithAdmins(id, new Precondition(Optional.empty(), origin), this::erase);
    }

    private Uni<AccountOutcome> erase(Locked account) {
        AccountRow row = account.row();
        if (row.status == AccountStatus.ERASED) {
            return done(account);
        }
        Optional<Refusal> refusal = AccountPolicy.lessAdmins(account.facts());
        if (refusal.isPresent()) {
            return publishRefusal(account, new AccountErased(row.kind), refusal.get());
        }
        return sessions.endAll(row.id, SessionEnd.ACCOUNT_DISABLED, account.origin())
                .chain(() -> callErasureListeners(row.id, account.origin()))
                .chain(() -> credentials.remove(row.id))
                .invoke(row::erase)
                .chain(() -> accounts.published(row, account.origin(), List.of(new AccountErased(row.kind))));
    }

    /** One after the other, because they share a session. */
    private Uni<Void> callErasureListeners(UUID id, Origin origin) {
        return Multi.createFrom()
                .iterable(erasureListeners)
                .onItem()
                .transformToUniAndConcatenate(listener -> listener.accountErased(id, origin))
                .onItem()
                .ignoreAsUni();
    }

    /**
     * Makes an agent administrator, or renews the right. A new administrator's sessions end: an address or another
     * proof that administrators need was not asked of them.
     */
    public Uni<AccountOutcome> grantAdmin(UUID id, Optional<IfMatch> expected, AdminRightGranted grant, Origin origin) {
        return lock(id, new Precondition(expected, origin), account -> grantAdmin(account, grant));
    }

    private Uni<AccountOutcome> grantAdmin(Locked account, AdminRightGranted grant) {
        Optional<Refusal> refusal =
                AccountPolicy.change(account.facts()).or(() -> AccountPolicy.moreAdmins(account.facts()));
        if (refusal.isPresent()) {
            return publishRefusal(account, grant, refusal.get());
        }
        if (account.row().admin) {
            return accounts.published(account.row(), account.origin(), List.of(grant));
        }
        account.row().admin = true;
        return sessions.endAll(account.id(), SessionEnd.PROOF_MISSING, account.origin())
                .chain(() -> accounts.published(account.row(), account.origin(), List.of(grant)));
    }

    /** Withdraws the admin right and ends every session of the account, because its tokens carry the role. */
    public Uni<AccountOutcome> withdrawAdmin(
            UUID id, Optional<IfMatch> expected, AdminRightWithdrawn withdrawal, Origin origin) {
        return lockWithAdmins(id, new Precondition(expected, origin), account -> withdrawAdmin(account, withdrawal));
    }

    private Uni<AccountOutcome> withdrawAdmin(Locked account, AdminRightWithdrawn withdrawal) {
        Optional<Refusal> refusal =
                AccountPolicy.change(account.facts()).or(() -> AccountPolicy.lessAdmins(account.facts()));
        if (refusal.isPresent()) {
            return publishRefusal(account, withdrawal, refusal.get());
        }
        if (!account.row().admin) {
            return done(account);
        }
        account.row().admin = false;
        return sessions.endAll(account.id(), SessionEnd.ENDED_BY_ADMIN, account.origin())
                .chain(() -> accounts.published(account.row(), account.origin(), List.of(withdrawal)));
    }

    private Uni<AccountOutcome> lock(UUID id, Precondition precondition, Function<Locked, Uni<AccountOutcome>> change) {
        return transactions.run(() -> authority
                .requireAdmin(precondition.origin())
                .chain(() -> store.lock(id))
                .chain(row -> applyTo(row, List.of(), precondition, change)));
    }

    private Uni<AccountOutcome> lockWithAdmins(
            UUID id, Precondition precondition, Function<Locked, Uni<AccountOutcome>> change) {
        return transactions.run(() -> authority
                .requireAdmin(precondition.origin())
                .chain(store::lockActiveAdmins)
                .chain(admins -> store.lock(id).chain(row -> applyTo(row, admins, precondition, change))));
    }

    private static Uni<AccountOutcome> applyTo(
            Optional<AccountRow> row,
            List<AccountRow> activeAdmins,
            Precondition precondition,
            Function<Locked, Uni<AccountOutcome>> change) {
        return row.map(found -> change.apply(Locked.of(found, activeAdmins, precondition)))
                .orElseGet(() -> refused(Refusal.UNKNOWN));
    }

    /** The refused attempt of a person to remove an administrator is published as an event of its own. */
    private Uni<AccountOutcome> publishRefusal(Locked account, EventData attempted, Refusal why) {
        boolean published = account.origin().actor().kind() != ActorKind.SYSTEM
                && (why == Refusal.LAST_ADMIN || why == Refusal.OWN_ADMIN_RIGHT);
        return published
                ? events.publish(events.event(attempted, account.origin())
                                .about(account.id())
                                .failed(why.code()))
                        .chain(() -> refused(why))
                : refused(why);
    }

    private static Uni<AccountOutcome> refused(Refusal why) {
        return Uni.createFrom().item(new AccountOutcome.Refused(why));
    }

    private static Uni<AccountOutcome> done(Locked account) {
        return Uni.createFrom().item(() -> new AccountOutcome.Done(account.row().account()));
    }

    /** What the request says besides the change: the version that it is for, and who sends it. */
    private record Precondition(Optional<IfMatch> expected, Origin origin) {}

    /** The locked row, and what is known while it is locked. */
    private record Locked(AccountRow row, AccountPolicy.Facts facts, Origin origin) {
        static Locked of(AccountRow row, List<AccountRow> activeAdmins, Precondition precondition) {
            long others = activeAdmins.stream()
                    .filter(admin -> !admin.id.equals(row.id))
                    .count();
            boolean own = precondition.origin().owns(row.id);
            AccountPolicy.Facts facts = new AccountPolicy.Facts(
                    row.kind, row.status, row.admin, row.version, precondition.expected(), own, others);
            return new Locked(row, facts, precondition.origin());
        }

        UUID id() {
            return row.id;
        }
    }

    /**
     * The properties to change; an absent one stays as it is.
     *
     * @param status active or disabled only
     */
    public record EditCommand(
            @Nullable String displayName,
            @Nullable String locale,
            @Nullable String timeZone,
            @Nullable AccountStatus status) {
        /** Changes the row and returns the events that say how. */
        private List<EventData> applyTo(AccountRow row, int sessionsEnded) {
            List<EventData> events = new ArrayList<>();
            List<Change> changes = new ArrayList<>();
            row.displayName = changed(changes, "displayName", row.displayName, displayName);
            row.locale = changed(changes, "locale", row.locale, locale);
            row.timeZone = changed(changes, "timeZone", row.timeZone, timeZone);
            if (!changes.isEmpty()) {
                events.add(new AccountChanged(changes));
            }
            AccountStatus before = row.status;
            row.status = newStatus(row);
            if (row.status != before) {
                boolean disabled = row.status == AccountStatus.DISABLED;
                events.add(disabled ? new AccountDisabled(sessionsEnded) : new AccountEnabled(row.kind));
            }
            return events;
        }

        /** An account that is enabled before it ever had a password is invited again. */
        private AccountStatus newStatus(AccountRow row) {
            AccountStatus requested = status == null ? row.status : status;
            boolean invited = requested == AccountStatus.ACTIVE && row.passwordChangedAt == null;
            return invited ? AccountStatus.INVITED : requested;
        }

        private static String changed(List<Change> changes, String field, String before, @Nullable String after) {
            if (after == null || Objects.equals(before, after)) {
                return before;
            }
            changes.add(new Change(field, before, after));
            return after;
        }
    }
}
