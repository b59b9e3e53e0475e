package dev.gatehouse.auth.identity.account;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.identity.account.AccountLocks.Locked;
import dev.gatehouse.auth.identity.account.AccountLocks.Precondition;
import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.auth.session.lifetime.Sessions;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Edits, disables and erases accounts, and changes who is administrator. Each method is one transaction, or joins that
 * of its caller, which MUST NOT have read the account before: the rows are locked here first and then read. All but
 * {@link #editOwn} are for administrators, whose authority is read in the same transaction.
 *
 * <p>Every use case has the same steps: lock ({@link AccountLocks}), let {@link AccountPolicy} decide, change, publish.
 */
@ApplicationScoped
public class AccountChanges {
    private final AccountLocks locks;
    private final Accounts accounts;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Events events;
    private final List<AccountErasureListener> erasureListeners;

    AccountChanges(
            AccountLocks locks,
            Accounts accounts,
            Credentials credentials,
            Sessions sessions,
            Events events,
            @All List<AccountErasureListener> erasureListeners) {
        this.locks = locks;
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.events = events;
        this.erasureListeners = List.copyOf(erasureListeners);
    }

    /** Applies an edit to the version that the client read; an edit without a change keeps the version. */
    public Uni<AccountOutcome> edit(UUID id, IfMatch expected, EditCommand command, Origin origin) {
        Precondition precondition = new Precondition(Optional.of(expected), origin);
        return command.status() == AccountStatus.DISABLED
                ? locks.withAdmins(id, precondition, account -> disable(account, command))
                : locks.one(id, precondition, account -> edit(account, command));
    }

    /** Applies an edit by the owner of the account. */
    public Uni<AccountOutcome> editOwn(UUID id, IfMatch expected, EditCommand command, Origin origin) {
        return locks.own(id, new Precondition(Optional.of(expected), origin), account -> edit(account, command));
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
                ? publishRefusal(account, new AccountDisabled(0, List.of()), refusal.get())
                : sessions.endAll(account.id(), SessionEnd.ACCOUNT_DISABLED, account.origin())
                        .chain(ended -> apply(account, command, ended));
    }

    private Uni<AccountOutcome> apply(Locked account, EditCommand command, int sessionsEnded) {
        List<EventData> changes = command.applyTo(account.row(), sessionsEnded);
        return changes.isEmpty() ? done(account) : accounts.published(account.row(), account.origin(), changes);
    }

    /** Erases the personal data of an account; one that is erased already stays as it is. */
    public Uni<AccountOutcome> erase(UUID id, Origin origin) {
        return locks.withAdmins(id, new Precondition(Optional.empty(), origin), this::erase);
    }

    private Uni<AccountOutcome> erase(Locked account) {
        AccountRow row = account.row();
        if (row.status == AccountStatus.ERASED) {
            return done(account);
        }
        Optional<Refusal> refusal = AccountPolicy.lessAdmins(account.facts());
        AccountErased erased = new AccountErased(
                row.kind,
                new Changes().note("status", row.status, AccountStatus.ERASED).list());
        if (refusal.isPresent()) {
            return publishRefusal(account, erased, refusal.get());
        }
        return sessions.forget(row.id, account.origin())
                .chain(() -> callErasureListeners(row.id, account.origin()))
                .chain(() -> credentials.remove(row.id))
                .invoke(row::erase)
                .chain(() -> accounts.published(row, account.origin(), List.of(erased)));
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
     * proof that administrators need was not asked of them. A right that stays may be given an end that is near only if
     * another one stays.
     */
    public Uni<AccountOutcome> grantAdmin(UUID id, Optional<IfMatch> expected, AdminRightChange grant, Origin origin) {
        Precondition precondition = new Precondition(expected, origin);
        return locks.endsSoon(grant.until())
                ? locks.withAdmins(id, precondition, account -> grantAdmin(account, grant, true))
                : locks.one(id, precondition, account -> grantAdmin(account, grant, false));
    }

    private Uni<AccountOutcome> grantAdmin(Locked account, AdminRightChange grant, boolean endsSoon) {
        Optional<Refusal> refusal =
                AccountPolicy.change(account.facts()).or(() -> AccountPolicy.grant(account.facts(), endsSoon));
        return grant.changes(account.row(), true)
                .map(changes -> new AdminRightGranted(grant.reason(), grant.until(), changes))
                .chain(event -> refusal.isPresent()
                        ? publishRefusal(account, event, refusal.get())
                        : setAdmin(account, grant.until(), event));
    }

    private Uni<AccountOutcome> setAdmin(Locked account, @Nullable Instant until, AdminRightGranted event) {
        boolean renewed = account.row().admin;
        account.row().admin = true;
        account.row().adminUntil = until;
        return renewed
                ? accounts.published(account.row(), account.origin(), List.of(event))
                : sessions.endAll(account.id(), SessionEnd.PROOF_MISSING, account.origin())
                        .chain(() -> accounts.published(account.row(), account.origin(), List.of(event)));
    }

    /** Withdraws the admin right and ends every session of the account, because its tokens carry the role. */
    public Uni<AccountOutcome> withdrawAdmin(
            UUID id, Optional<IfMatch> expected, AdminRightChange withdrawal, Origin origin) {
        return locks.withAdmins(id, new Precondition(expected, origin), account -> withdrawAdmin(account, withdrawal));
    }

    /** Withdraws the admin right if its end has come; a right that was renewed meanwhile stays as it is. */
    public Uni<AccountOutcome> expireAdmin(UUID id, Instant now, AdminRightChange withdrawal, Origin origin) {
        return locks.withAdmins(
                id,
                new Precondition(Optional.empty(), origin),
                account -> account.row().adminEnded(now) ? withdrawAdmin(account, withdrawal) : done(account));
    }

    private Uni<AccountOutcome> withdrawAdmin(Locked account, AdminRightChange withdrawal) {
        Optional<Refusal> refusal =
                AccountPolicy.change(account.facts()).or(() -> AccountPolicy.lessAdmins(account.facts()));
        return refusal.isEmpty() && !account.row().admin
                ? done(account)
                : withdrawal
                        .changes(account.row(), false)
                        .map(changes -> new AdminRightWithdrawn(withdrawal.reason(), changes))
                        .chain(event -> refusal.isPresent()
                                ? publishRefusal(account, event, refusal.get())
                                : removeAdmin(account, event));
    }

    private Uni<AccountOutcome> removeAdmin(Locked account, AdminRightWithdrawn event) {
        account.row().admin = false;
        account.row().adminUntil = null;
        return sessions.endAll(account.id(), SessionEnd.ENDED_BY_ADMIN, account.origin())
                .chain(() -> accounts.published(account.row(), account.origin(), List.of(event)));
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
            List<Change> profile = applyToProfile(row).list();
            AccountStatus before = row.status;
            row.status = newStatus(row);
            List<Change> statusChange =
                    new Changes().note("status", before, row.status).list();
            List<EventData> events = new ArrayList<>();
            if (!profile.isEmpty()) {
                events.add(new AccountChanged(profile));
            }
            if (!statusChange.isEmpty()) {
                boolean disabled = row.status == AccountStatus.DISABLED;
                events.add(
                        disabled
                                ? new AccountDisabled(sessionsEnded, statusChange)
                                : new AccountEnabled(row.kind, statusChange));
            }
            return events;
        }

        private Changes applyToProfile(AccountRow row) {
            Changes changes = new Changes();
            String name = displayName == null ? row.displayName : displayName;
            changes.notePersonal("displayName", row.displayName, name);
            row.displayName = name;
            row.locale = changed(changes, "locale", row.locale, locale);
            row.timeZone = changed(changes, "timeZone", row.timeZone, timeZone);
            return changes;
        }

        /** An account that is enabled before it ever had a password is invited again. */
        private AccountStatus newStatus(AccountRow row) {
            AccountStatus requested = status == null ? row.status : status;
            boolean invited = requested == AccountStatus.ACTIVE && row.passwordChangedAt == null;
            return invited ? AccountStatus.INVITED : requested;
        }

        private static String changed(Changes changes, String field, String before, @Nullable String after) {
            String now = after == null ? before : after;
            changes.note(field, before, now);
            return now;
        }
    }
}
