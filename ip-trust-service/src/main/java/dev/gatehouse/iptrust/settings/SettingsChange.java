package dev.gatehouse.iptrust.settings;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.SettingsChanged;
import dev.gatehouse.iptrust.settings.SettingsChangeOutcome.AddressNotTrustable;
import dev.gatehouse.iptrust.settings.SettingsChangeOutcome.MailNotProven;
import dev.gatehouse.iptrust.settings.SettingsChangeOutcome.NothingToConfirm;
import dev.gatehouse.iptrust.settings.SettingsChangeOutcome.Stale;
import dev.gatehouse.iptrust.settings.SettingsChangeOutcome.Stored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Edits the settings, confirms a wider scope, and rolls back one that was not confirmed. */
@ApplicationScoped
class SettingsChange {
    private static final String NAME = "ip-trust";

    private final Settings settings;
    private final LockoutGuard lockoutGuard;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;

    SettingsChange(
            Settings settings,
            LockoutGuard lockoutGuard,
            Transactions transactions,
            Events events,
            InstantSource clock) {
        this.settings = settings;
        this.lockoutGuard = lockoutGuard;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    Uni<StoredSettings> read() {
        return transactions.read(settings::stored);
    }

    Uni<SettingsChangeOutcome> edit(SettingsCommand command, Origin origin) {
        return transactions.run(() -> settings.storedUnderLock().chain(stored -> decide(stored, command, origin)));
    }

    Uni<SettingsChangeOutcome> confirm(Origin origin) {
        return transactions.run(() -> settings.storedUnderLock().chain(stored -> confirmPending(stored, origin)));
    }

    Uni<Void> rollBackOverdue() {
        return read().chain(stored -> overdue(stored) ? rollBackUnderLock() : nothing());
    }

    private Uni<SettingsChangeOutcome> decide(StoredSettings stored, SettingsCommand command, Origin origin) {
        if (!command.base().matches(stored.version())) {
            return outcome(new Stale());
        }
        if (stored.values().equals(command.next())) {
            return outcome(new Stored(stored));
        }
        return command.next().enabled() && !stored.values().enabled()
                ? enable(stored, command, origin)
                : apply(stored, command, origin);
    }

    private Uni<SettingsChangeOutcome> enable(StoredSettings stored, SettingsCommand command, Origin origin) {
        return lockoutGuard.secure(command.adminId(), command.next(), origin).chain(result -> switch (result) {
            case SECURED -> apply(stored, command, origin);
            case MAIL_NOT_PROVEN -> refuse("mail_not_proven", new MailNotProven(), origin);
            case ADDRESS_NOT_TRUSTABLE -> refuse("address_not_trustable", new AddressNotTrustable(), origin);
        });
    }

    private Uni<SettingsChangeOutcome> apply(StoredSettings stored, SettingsCommand command, Origin origin) {
        return store(stored, ScopePolicy.edited(stored, command.next(), clock.instant()), origin);
    }

    private Uni<SettingsChangeOutcome> confirmPending(StoredSettings stored, Origin origin) {
        return stored.confirmBy() == null || overdue(stored)
                ? outcome(new NothingToConfirm())
                : store(stored, ScopePolicy.confirmed(stored), origin);
    }

    private Uni<Void> rollBackUnderLock() {
        return transactions.run(() -> settings.storedUnderLock().chain(this::rollBack));
    }

    private Uni<Void> rollBack(StoredSettings stored) {
        return overdue(stored)
                ? store(stored, ScopePolicy.rolledBack(stored), Origin.SYSTEM).replaceWithVoid()
                : nothing();
    }

    private Uni<SettingsChangeOutcome> store(StoredSettings before, StoredSettings after, Origin origin) {
        SettingsChanged changed = new SettingsChanged(NAME, before.changesTo(after));
        return settings.store(after)
                .chain(() -> events.publish(events.event(changed, origin)))
                .replaceWith(new Stored(after));
    }

    private Uni<SettingsChangeOutcome> refuse(String reason, SettingsChangeOutcome outcome, Origin origin) {
        return events.publish(events.event(new SettingsChanged(NAME, List.of()), origin)
                        .failed(reason))
                .replaceWith(outcome);
    }

    private boolean overdue(StoredSettings stored) {
        return ScopePolicy.overdue(stored, clock.instant());
    }

    private static Uni<SettingsChangeOutcome> outcome(SettingsChangeOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    /**
     * An edit by an administrator.
     *
     * @param base the versions that the client may change
     */
    record SettingsCommand(IpTrustSettings next, IfMatch base, UUID adminId) {}
}
