package dev.gatehouse.iptrust.settings;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.SettingsChanged;
import dev.gatehouse.iptrust.settings.SettingsChangeOutcome.MailNotProven;
import dev.gatehouse.iptrust.settings.SettingsChangeOutcome.NothingToConfirm;
import dev.gatehouse.iptrust.settings.SettingsChangeOutcome.OwnAddressUntrustable;
import dev.gatehouse.iptrust.settings.SettingsChangeOutcome.Stale;
import dev.gatehouse.iptrust.settings.SettingsChangeOutcome.Stands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Edits the settings, keeps an edit, takes one back. */
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

    Uni<SettingsChangeOutcome> edit(SettingsCommand edit) {
        return transactions.run(() -> settings.hold().chain(stored -> decide(stored, edit)));
    }

    Uni<SettingsChangeOutcome> confirm(Origin origin) {
        return transactions.run(() -> settings.hold().chain(stored -> keep(stored, origin)));
    }

    /** Does nothing unless a change has waited too long. */
    Uni<Void> takeBack() {
        return read().chain(seen -> overdue(seen) ? takeBackHeld() : nothing());
    }

    private Uni<SettingsChangeOutcome> decide(StoredSettings stored, SettingsCommand edit) {
        if (stored.version() != edit.seenVersion()) {
            return outcome(new Stale());
        }
        if (stored.values().equals(edit.next())) {
            return outcome(new Stands(stored));
        }
        return turnsOn(stored, edit) ? turnOn(stored, edit) : store(stored, edit);
    }

    private Uni<SettingsChangeOutcome> turnOn(StoredSettings stored, SettingsCommand edit) {
        return lockoutGuard.secure(edit).chain(secured -> switch (secured) {
            case OPEN -> store(stored, edit);
            case NO_MAIL -> refuse(edit, "mail_not_proven", new MailNotProven());
            case NO_ADDRESS -> refuse(edit, "address_not_trustable", new OwnAddressUntrustable());
        });
    }

    private Uni<SettingsChangeOutcome> store(StoredSettings stored, SettingsCommand edit) {
        return store(stored, ScopePolicy.edited(stored, edit.next(), clock.instant()), edit.origin());
    }

    private Uni<SettingsChangeOutcome> keep(StoredSettings stored, Origin origin) {
        return stored.confirmBy() == null || overdue(stored)
                ? outcome(new NothingToConfirm())
                : store(stored, ScopePolicy.confirmed(stored), origin);
    }

    private Uni<Void> takeBackHeld() {
        return transactions.run(() -> settings.hold().chain(stored -> takeBack(stored)));
    }

    private Uni<Void> takeBack(StoredSettings stored) {
        return overdue(stored)
                ? store(stored, ScopePolicy.takenBack(stored), Origin.SYSTEM).replaceWithVoid()
                : nothing();
    }

    private Uni<SettingsChangeOutcome> store(StoredSettings before, StoredSettings after, Origin origin) {
        return settings.store(after)
                .chain(() -> events.publish(events.event(changed(before, after), origin)))
                .replaceWith(new Stands(after));
    }

    private Uni<SettingsChangeOutcome> refuse(SettingsCommand edit, String reason, SettingsChangeOutcome outcome) {
        return events.publish(events.event(new SettingsChanged(NAME, List.of()), edit.origin())
                        .failed(reason))
                .replaceWith(outcome);
    }

    private static SettingsChanged changed(StoredSettings before, StoredSettings after) {
        return new SettingsChanged(NAME, SettingsDifference.between(before, after));
    }

    private boolean overdue(StoredSettings stored) {
        return ScopePolicy.overdue(stored, clock.instant());
    }

    private static boolean turnsOn(StoredSettings stored, SettingsCommand edit) {
        return edit.next().enabled() && !stored.values().enabled();
    }

    private static Uni<SettingsChangeOutcome> outcome(SettingsChangeOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
