package dev.gatehouse.auth.identity.account;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.Credentials.NewPassword;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.mail.address.EmailAddress;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.event.StateVersion;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.contracts.event.AccountChanged;
import dev.gatehouse.contracts.event.AccountCreated;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.contracts.event.EventData;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds accounts, opens them and sets their passwords. Each method joins the transaction or session of its caller, or
 * opens one.
 */
@ApplicationScoped
public class Accounts {
    private static final String LIST = "accounts";

    private final PanacheAccounts store;
    private final Credentials credentials;
    private final Events events;
    private final Transactions transactions;
    private final Pages pages;
    private final IdGenerator ids;
    private final InstantSource clock;

    Accounts(
            PanacheAccounts store,
            Credentials credentials,
            Events events,
            Transactions transactions,
            Pages pages,
            IdGenerator ids,
            InstantSource clock) {
        this.store = store;
        this.credentials = credentials;
        this.events = events;
        this.transactions = transactions;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    /** The account with this id, erased ones included. */
    public Uni<Optional<Account>> byId(UUID id) {
        return transactions.read(() -> store.byKey(id)).map(row -> row.map(AccountRow::account));
    }

    /** The account with this e-mail address. */
    public Uni<Optional<Account>> byEmail(EmailAddress email) {
        return transactions.read(() -> store.byEmailKey(email.key())).map(row -> row.map(AccountRow::account));
    }

    /** Whether any account has the admin right, active or not. */
    public Uni<Boolean> anyAdmin() {
        return transactions.read(store::anyAdmin);
    }

    /**
     * Some of the accounts whose admin right has ended, the earliest end first; the rest follow when those are done.
     */
    public Uni<List<UUID>> adminsPastTheirEnd(Instant now) {
        return transactions
                .read(() -> store.adminsPastTheirEnd(now))
                .map(rows -> rows.stream().map(row -> row.id).toList());
    }

    /** One page of the accounts that match the filter, newest first. */
    public Uni<Page<Account>> search(Filter filter, PageRequest request) {
        Optional<PanacheAccounts.Position> after = pages.after(LIST, request).map(Accounts::position);
        return transactions
                .read(() -> store.search(filter, after, request.fetch()))
                .map(rows -> pages.of(LIST, request, rows, Accounts::keyParts))
                .map(page -> pages.map(page, AccountRow::account));
    }

    /** Opens an account: active if it has a password, otherwise invited. */
    public Uni<AccountOutcome> open(Opening opening, Origin origin) {
        return transactions.run(() -> store.byEmailKey(opening.email().key())
                .chain(existing -> existing.isPresent() ? refuseTaken(opening, origin) : insert(opening, origin)));
    }

    /**
     * Replaces the password of an active account that was proven by another one; otherwise it is
     * {@code PASSWORD_CHANGED}. Publishes the new state of the account; the caller publishes {@code password.changed},
     * because it knows which sessions it ended.
     */
    public Uni<AccountOutcome> changePassword(UUID id, StoredPassword proven, NewPassword password, Origin origin) {
        return transactions.run(
                () -> ifStatus(AccountStatus.ACTIVE, id, row -> replacePassword(row, proven, password, origin)));
    }

    /**
     * Replaces the password of an active account whose login was asked for a new one, if its password is still the one
     * of that time; otherwise it is {@code STALE}. The caller publishes {@code password.changed}.
     */
    public Uni<AccountOutcome> setRequiredPassword(UUID id, Instant provenSetAt, NewPassword password, Origin by) {
        return transactions.run(() -> store.lock(id).chain(found -> found.filter(
                        row -> row.status == AccountStatus.ACTIVE && provenSetAt.equals(row.passwordChangedAt))
                .map(row -> setPassword(row, password, by))
                .orElseGet(() -> refused(Refusal.STALE))));
    }

    /** Sets the first password of an invited account and activates it; an account that is active already is refused. */
    public Uni<AccountOutcome> setFirstPassword(UUID id, NewPassword password, Origin origin) {
        return transactions.run(() -> ifStatus(AccountStatus.INVITED, id, row -> setPassword(row, password, origin)));
    }

    /** The account with this id, whose row is locked until the transaction of the caller ends. */
    public Uni<Optional<Account>> hold(UUID id) {
        return store.lock(id).map(row -> row.map(AccountRow::account));
    }

    /**
     * Sets the password of an active account without a proof of the present one: the caller MUST have another proof. A
     * required change is lifted by it. The caller publishes {@code password.changed}.
     */
    public Uni<AccountOutcome> resetPassword(UUID id, NewPassword password, Origin origin) {
        return transactions.run(() -> ifStatus(AccountStatus.ACTIVE, id, row -> setPassword(row, password, origin)));
    }

    /** Notes what became of the mail that invites the owner; an account that is not invited stays as it is. */
    public Uni<Void> noteInvitationMail(UUID id, Account.InvitationState state) {
        return store.lock(id)
                .invoke(found -> found.filter(row -> row.status == AccountStatus.INVITED)
                        .ifPresent(row -> row.invitationMail = state))
                .replaceWithVoid();
    }

    /** Increments the version, then publishes the state of the account and these events about it. */
    Uni<AccountOutcome> published(AccountRow row, Origin origin, List<EventData> data) {
        row.version = StateVersion.next(row.version, clock.instant());
        SecurityEvent<?>[] about = data.stream()
                .map(one -> events.event(one, origin).about(row.id))
                .toArray(SecurityEvent<?>[]::new);
        return events.publishState(row.state())
                .chain(() -> events.publish(about))
                .map(nothing -> new AccountOutcome.Done(row.account()));
    }

    private Uni<AccountOutcome> ifStatus(
            AccountStatus status, UUID id, Function<AccountRow, Uni<AccountOutcome>> change) {
        return store.lock(id)
                .chain(found -> found.filter(row -> row.status == status).isPresent()
                        ? change.apply(found.get())
                        : refused(found.map(row -> refusal(row.status)).orElse(Refusal.UNKNOWN)));
    }

    private static Refusal refusal(AccountStatus status) {
        return switch (status) {
            case INVITED -> Refusal.INVITED;
            case ACTIVE -> Refusal.ACTIVE;
            case DISABLED -> Refusal.DISABLED;
            case ERASED -> Refusal.ERASED;
        };
    }

    private Uni<AccountOutcome> setPassword(AccountRow row, NewPassword password, Origin origin) {
        Instant now = clock.instant();
        return credentials.set(row.id, password, now).chain(() -> activate(row, now, origin));
    }

    private Uni<AccountOutcome> replacePassword(
            AccountRow row, StoredPassword proven, NewPassword password, Origin origin) {
        Instant now = clock.instant();
        return credentials
                .replace(row.id, proven, password, now)
                .chain(replaced -> replaced ? activate(row, now, origin) : refused(Refusal.PASSWORD_CHANGED));
    }

    private Uni<AccountOutcome> activate(AccountRow row, Instant now, Origin origin) {
        AccountStatus before = row.status;
        row.status = AccountStatus.ACTIVE;
        row.passwordChangedAt = now;
        row.passwordChange = null;
        row.invitationMail = null;
        List<EventData> changes = before == AccountStatus.ACTIVE
                ? List.of()
                : List.of(new AccountChanged(List.of(new Change("status", before.toString(), row.status.toString()))));
        return published(row, origin, changes);
    }

    private Uni<AccountOutcome> insert(Opening opening, Origin origin) {
        AccountRow row = row(opening);
        return store.persistAndFlush(row)
                .chain(() -> setInitialPassword(row, opening.password()))
                .chain(() -> published(row, origin, List.of(new AccountCreated(row.kind, row.status))));
    }

    private Uni<Void> setInitialPassword(AccountRow row, @Nullable NewPassword password) {
        return password == null ? Uni.createFrom().voidItem() : credentials.set(row.id, password, row.createdAt);
    }

    /** The row of a new account, not stored yet. */
    AccountRow row(Opening opening) {
        AccountRow row = new AccountRow();
        row.id = ids.next();
        row.kind = opening.kind();
        row.email = opening.email().written();
        row.emailKey = opening.email().key();
        row.displayName = opening.displayName();
        row.locale = opening.locale();
        row.timeZone = opening.timeZone();
        row.status = opening.status();
        row.createdAt = clock.instant();
        row.passwordChangedAt = opening.password() == null ? null : row.createdAt;
        return row;
    }

    private Uni<AccountOutcome> refuseTaken(Opening opening, Origin origin) {
        AccountCreated attempted = new AccountCreated(opening.kind(), opening.status());
        return events.publish(events.event(attempted, origin).failed(Refusal.EMAIL_TAKEN.code()))
                .chain(() -> refused(Refusal.EMAIL_TAKEN));
    }

    private static Uni<AccountOutcome> refused(Refusal why) {
        return Uni.createFrom().item(new AccountOutcome.Refused(why));
    }

    private static List<String> keyParts(AccountRow row) {
        return List.of(row.createdAt.toString(), row.id.toString());
    }

    private static PanacheAccounts.Position position(List<String> keyParts) {
        return new PanacheAccounts.Position(Instant.parse(keyParts.get(0)), UUID.fromString(keyParts.get(1)));
    }

    /**
     * The initial values of a new account.
     *
     * @param password absent if its owner is invited to choose one
     */
    public record Opening(
            AccountKind kind,
            EmailAddress email,
            String displayName,
            String locale,
            String timeZone,
            @Nullable NewPassword password) {
        /** The same with this password. */
        public Opening with(@Nullable NewPassword accepted) {
            return new Opening(kind, email, displayName, locale, timeZone, accepted);
        }

        private AccountStatus status() {
            return password == null ? AccountStatus.INVITED : AccountStatus.ACTIVE;
        }
    }

    /**
     * The filter of a search; an absent condition matches every account.
     *
     * @param status absent: all but erased ones
     * @param text a literal part of the e-mail address or the display name, case-insensitive
     */
    public record Filter(
            @Nullable AccountKind kind,
            @Nullable Boolean admin,
            @Nullable AccountStatus status,
            @Nullable String text) {}
}
