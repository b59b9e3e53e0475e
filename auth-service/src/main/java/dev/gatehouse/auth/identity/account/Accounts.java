package dev.gatehouse.auth.identity.account;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.chassis.http.paging.Page;
import dev.gatehouse.chassis.http.paging.PageRequest;
import dev.gatehouse.chassis.http.paging.Pages;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.contracts.event.AccountChanged;
import dev.gatehouse.contracts.event.AccountCreated;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds accounts, opens them and gives them passwords; everything joins the caller's transaction or session. */
@ApplicationScoped
public class Accounts {
    private static final String LIST = "accounts";

    private final PanacheAccounts store;
    private final AccountJournal journal;
    private final Credentials credentials;
    private final Pages pages;
    private final IdGenerator ids;
    private final InstantSource clock;

    Accounts(
            PanacheAccounts store,
            AccountJournal journal,
            Credentials credentials,
            Pages pages,
            IdGenerator ids,
            InstantSource clock) {
        this.store = store;
        this.journal = journal;
        this.credentials = credentials;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The account with this address, by its normalised form. What is no address runs the same statement, so that a
     * typed address tells nothing by the time it takes.
     */
    public Uni<Optional<Account>> byEmail(String typed) {
        String key = AccountEmail.parse(typed).map(AccountEmail::normalised).orElse("");
        return store.byEmailKey(key).map(row -> row.map(AccountRow::account));
    }

    /** The account with this id, erased ones included. */
    public Uni<Optional<Account>> byId(UUID id) {
        return store.byKey(id).map(row -> row.map(AccountRow::account));
    }

    /** Notes a sign-in; nobody is told and the version stays. */
    public Uni<Void> recordLogin(UUID id, Instant at) {
        return store.noteLogin(id, at);
    }

    /** Whether anybody has the admin right, active or not. */
    public Uni<Boolean> anyAdmin() {
        return store.anyAdmin();
    }

    /** One page of the accounts that pass the filter, newest first. */
    public Uni<Page<Account>> search(Filter filter, PageRequest request) {
        Optional<PanacheAccounts.Position> after = pages.after(LIST, request).map(Accounts::position);
        return store.search(filter, after, request.fetch())
                .map(rows -> pages.of(LIST, request, rows, Accounts::keyParts))
                .map(page -> pages.map(page, AccountRow::account));
    }

    /** Opens an account: active when it comes with a password, otherwise invited. */
    public Uni<AccountOutcome> open(Opening opening, Origin origin) {
        return store.byEmailKey(opening.email().normalised())
                .chain(existing -> existing.isPresent() ? taken(opening, origin) : insert(opening, origin));
    }

    /**
     * Gives an active account this password in place of the one it has. Tells of the account's new state; that a
     * password was changed is the caller's to tell, who knows which sessions it ended.
     */
    public Uni<AccountOutcome> setPassword(UUID id, StoredPassword password, Origin origin) {
        return setPasswordWhile(AccountStatus.ACTIVE, id, password, origin);
    }

    /** Gives an invited account its first password and makes it active; an active one is left alone. */
    public Uni<AccountOutcome> setFirstPassword(UUID id, StoredPassword password, Origin origin) {
        return setPasswordWhile(AccountStatus.INVITED, id, password, origin);
    }

    private Uni<AccountOutcome> setPasswordWhile(
            AccountStatus status, UUID id, StoredPassword password, Origin origin) {
        return store.lock(id)
                .chain(found -> found.filter(row -> row.status == status).isPresent()
                        ? setPassword(found.get(), password, origin)
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

    private Uni<AccountOutcome> setPassword(AccountRow row, StoredPassword password, Origin origin) {
        Instant now = clock.instant();
        return credentials.set(row.id, password, now).chain(() -> activate(row, now, origin));
    }

    private Uni<AccountOutcome> activate(AccountRow row, Instant now, Origin origin) {
        AccountStatus before = row.status;
        row.status = AccountStatus.ACTIVE;
        row.passwordChangedAt = now;
        List<AccountChanged> happened = before == AccountStatus.ACTIVE
                ? List.of()
                : List.of(new AccountChanged(List.of(new Change("status", before.toString(), row.status.toString()))));
        return journal.changed(row, origin, happened).map(done -> new AccountOutcome.Done(row.account()));
    }

    private Uni<AccountOutcome> insert(Opening opening, Origin origin) {
        AccountRow row = row(opening);
        return store.persistAndFlush(row)
                .chain(() -> setInitialPassword(row, opening.password()))
                .chain(() -> journal.changed(row, origin, List.of(new AccountCreated(row.kind, row.status))))
                .map(done -> new AccountOutcome.Done(row.account()));
    }

    private Uni<Void> setInitialPassword(AccountRow row, @Nullable StoredPassword password) {
        return password == null ? Uni.createFrom().voidItem() : credentials.set(row.id, password, row.createdAt);
    }

    private AccountRow row(Opening opening) {
        AccountRow row = new AccountRow();
        row.id = ids.next();
        row.kind = opening.kind();
        row.email = opening.email().written();
        row.emailKey = opening.email().normalised();
        row.displayName = opening.displayName();
        row.locale = opening.locale();
        row.timeZone = opening.timeZone();
        row.status = opening.password() == null ? AccountStatus.INVITED : AccountStatus.ACTIVE;
        row.createdAt = clock.instant();
        row.passwordChangedAt = opening.password() == null ? null : row.createdAt;
        return row;
    }

    private Uni<AccountOutcome> taken(Opening opening, Origin origin) {
        AccountStatus status = opening.password() == null ? AccountStatus.INVITED : AccountStatus.ACTIVE;
        return journal.refused(null, origin, new AccountCreated(opening.kind(), status), Refusal.EMAIL_TAKEN)
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
     * What a new account begins with.
     *
     * @param password absent: the account is invited to choose one
     */
    public record Opening(
            AccountKind kind,
            AccountEmail email,
            String displayName,
            String locale,
            String timeZone,
            @Nullable StoredPassword password) {}

    /**
     * Which accounts a search is for; what is absent does not narrow it.
     *
     * @param status absent: all but the erased
     * @param text a literal part of the e-mail address or the display name, without regard to case
     */
    public record Filter(
            @Nullable AccountKind kind,
            @Nullable Boolean admin,
            @Nullable AccountStatus status,
            @Nullable String text) {}
}
