package dev.gatehouse.auth.identity.account;

import dev.gatehouse.auth.credential.password.Credentials;
import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.auth.session.lifetime.Sessions;
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
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes what there is: edits, status, erasure, the admin right. Each joins the caller's transaction, which MUST NOT
 * have read the account before: the rows are locked here first, then looked at.
 */
@ApplicationScoped
public class AccountChanges {
    private final PanacheAccounts store;
    private final AccountJournal journal;
    private final Credentials credentials;
    private final Sessions sessions;
    private final List<PersonalRecords> personalRecords;

    AccountChanges(
            PanacheAccounts store,
            AccountJournal journal,
            Credentials credentials,
            Sessions sessions,
            @All List<PersonalRecords> personalRecords) {
        this.store = store;
        this.journal = journal;
        this.credentials = credentials;
        this.sessions = sessions;
        this.personalRecords = List.copyOf(personalRecords);
    }

    /** Applies an edit to the version that the client saw; an edit that changes nothing keeps the version. */
    public Uni<AccountOutcome> edit(UUID id, long expected, Edit edit, Origin origin) {
        OptionalLong seen = OptionalLong.of(expected);
        return edit.status() == AccountStatus.DISABLED
                ? heldWithAdmins(id, held -> disable(held, held.facts(seen, origin), edit, origin))
                : held(id, held -> keep(held, held.facts(seen, origin), edit, origin));
    }

    /** Erases what is personal; an account that was erased before is done already. */
    public Uni<AccountOutcome> erase(UUID id, Origin origin) {
        return heldWithAdmins(id, held -> erase(held, held.facts(OptionalLong.empty(), origin), origin));
    }

    /** Makes an agent administrator, or renews the right. */
    public Uni<AccountOutcome> grantAdmin(UUID id, OptionalLong expected, AdminRightGranted grant, Origin origin) {
        return held(id, held -> grant(held, held.facts(expected, origin), grant, origin));
    }

    /** Takes the admin right away and ends every session that still carries it. */
    public Uni<AccountOutcome> withdrawAdmin(
            UUID id, OptionalLong expected, AdminRightWithdrawn withdrawal, Origin origin) {
        return heldWithAdmins(id, held -> withdraw(held, held.facts(expected, origin), withdrawal, origin));
    }

    private Uni<AccountOutcome> keep(Held held, AccountPolicy.Facts facts, Edit edit, Origin origin) {
        Optional<Refusal> refusal = AccountPolicy.change(facts)
                .or(() -> edit.status() == null ? Optional.empty() : AccountPolicy.status(facts, edit.status()));
        return refusal.map(AccountChanges::refused).orElseGet(() -> apply(held.row(), edit, 0, origin));
    }

    private Uni<AccountOutcome> disable(Held held, AccountPolicy.Facts facts, Edit edit, Origin origin) {
        Optional<Refusal> refusal = AccountPolicy.change(facts).or(() -> AccountPolicy.lessAdmins(facts));
        if (refusal.isPresent()) {
            return toldRefused(held, new AccountDisabled(0), refusal.get(), origin);
        }
        return sessions.endAll(held.row().id, SessionEnd.ACCOUNT_DISABLED, origin)
                .chain(ended -> apply(held.row(), edit, ended, origin));
    }

    private Uni<AccountOutcome> apply(AccountRow row, Edit edit, int sessionsEnded, Origin origin) {
        List<EventData> happened = new ArrayList<>();
        List<Change> changes = edit.applyTo(row);
        if (!changes.isEmpty()) {
            happened.add(new AccountChanged(changes));
        }
        AccountStatus before = row.status;
        AccountStatus after = edit.statusOf(row);
        if (before != after) {
            row.status = after;
            happened.add(
                    after == AccountStatus.DISABLED
                            ? new AccountDisabled(sessionsEnded)
                            : new AccountEnabled(row.kind));
        }
        return happened.isEmpty()
                ? done(row)
                : journal.changed(row, origin, happened).chain(() -> done(row));
    }

    private Uni<AccountOutcome> erase(Held held, AccountPolicy.Facts facts, Origin origin) {
        AccountRow row = held.row();
        if (row.status == AccountStatus.ERASED) {
            return done(row);
        }
        Optional<Refusal> refusal = AccountPolicy.lessAdmins(facts);
        if (refusal.isPresent()) {
            return toldRefused(held, new AccountErased(row.kind), refusal.get(), origin);
        }
        return sessions.endAll(row.id, SessionEnd.ACCOUNT_DISABLED, origin)
                .chain(() -> forgetPersonalRecords(row.id, origin))
                .chain(() -> credentials.remove(row.id))
                .invoke(row::forget)
                .chain(() -> journal.changed(row, origin, List.of(new AccountErased(row.kind))))
                .chain(() -> done(row));
    }

    /** One after the other, because they share a session. */
    private Uni<Void> forgetPersonalRecords(UUID id, Origin origin) {
        return Multi.createFrom()
                .iterable(personalRecords)
                .onItem()
                .transformToUniAndConcatenate(records -> records.forget(id, origin))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<AccountOutcome> grant(Held held, AccountPolicy.Facts facts, AdminRightGranted grant, Origin origin) {
        Optional<Refusal> refusal = AccountPolicy.change(facts).or(() -> AccountPolicy.moreAdmins(facts));
        if (refusal.isPresent()) {
            return toldRefused(held, grant, refusal.get(), origin);
        }
        held.row().admin = true;
        return journal.changed(held.row(), origin, List.of(grant)).chain(() -> done(held.row()));
    }

    private Uni<AccountOutcome> withdraw(
            Held held, AccountPolicy.Facts facts, AdminRightWithdrawn withdrawal, Origin origin) {
        Optional<Refusal> refusal = AccountPolicy.change(facts).or(() -> AccountPolicy.lessAdmins(facts));
        if (refusal.isPresent()) {
            return toldRefused(held, withdrawal, refusal.get(), origin);
        }
        AccountRow row = held.row();
        if (!row.admin) {
            return done(row);
        }
        row.admin = false;
        return sessions.endAll(row.id, SessionEnd.ENDED_BY_ADMIN, origin)
                .chain(() -> journal.changed(row, origin, List.of(withdrawal)))
                .chain(() -> done(row));
    }

    private Uni<AccountOutcome> held(UUID id, Function<Held, Uni<AccountOutcome>> change) {
        return store.lock(id).chain(row -> with(row, List.of(), change));
    }

    private Uni<AccountOutcome> heldWithAdmins(UUID id, Function<Held, Uni<AccountOutcome>> change) {
        return store.lockActiveAdmins().chain(admins -> store.lock(id).chain(row -> with(row, admins, change)));
    }

    private static Uni<AccountOutcome> with(
            Optional<AccountRow> row, List<AccountRow> activeAdmins, Function<Held, Uni<AccountOutcome>> change) {
        return row.map(found -> change.apply(new Held(found, activeAdmins))).orElseGet(() -> refused(Refusal.UNKNOWN));
    }

    /** A person's attempt on the administrators themselves is told of, also when it fails. */
    private Uni<AccountOutcome> toldRefused(Held held, EventData wished, Refusal why, Origin origin) {
        boolean told = origin.actor().kind() != ActorKind.SYSTEM
                && (why == Refusal.LAST_ADMIN || why == Refusal.OWN_ADMIN_RIGHT);
        return told ? journal.refused(held.row().id, origin, wished, why).chain(() -> refused(why)) : refused(why);
    }

    private static Uni<AccountOutcome> refused(Refusal why) {
        return Uni.createFrom().item(new AccountOutcome.Refused(why));
    }

    private static Uni<AccountOutcome> done(AccountRow row) {
        return Uni.createFrom().item(() -> new AccountOutcome.Done(row.account()));
    }

    /** The locked row, and the active administrators where they were locked first. */
    private record Held(AccountRow row, List<AccountRow> activeAdmins) {
        AccountPolicy.Facts facts(OptionalLong expected, Origin origin) {
            long others = activeAdmins.stream()
                    .filter(admin -> !admin.id.equals(row.id))
                    .count();
            return new AccountPolicy.Facts(
                    row.kind, row.status, row.admin, row.version, expected, origin.owns(row.id), others);
        }
    }

    /**
     * What is to be different; what is absent stays.
     *
     * @param status active or disabled only
     */
    public record Edit(
            @Nullable String displayName,
            @Nullable String locale,
            @Nullable String timeZone,
            @Nullable AccountStatus status) {
        List<Change> applyTo(AccountRow row) {
            List<Change> changes = new ArrayList<>();
            row.displayName = changed(changes, "displayName", row.displayName, displayName);
            row.locale = changed(changes, "locale", row.locale, locale);
            row.timeZone = changed(changes, "timeZone", row.timeZone, timeZone);
            return changes;
        }

        /** Enabling an account that never had a password brings it back to where it was. */
        AccountStatus statusOf(AccountRow row) {
            AccountStatus wished = status == null ? row.status : status;
            boolean invited = wished == AccountStatus.ACTIVE && row.passwordChangedAt == null;
            return invited ? AccountStatus.INVITED : wished;
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
