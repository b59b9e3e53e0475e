package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.contracts.event.SettingsChanged;
import dev.gatehouse.notification.template.NotificationKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The preferences that new agents start with, and the kinds that are mandatory. */
@ApplicationScoped
class PreferenceDefaults {
    private static final String DEFAULTS = "notifications/defaults";

    private final PanachePreferences rows;
    private final Transactions transactions;
    private final Events events;

    PreferenceDefaults(PanachePreferences rows, Transactions transactions, Events events) {
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
    }

    Uni<PreferenceOutcome.Current<Map<NotificationKind, Rule>>> get() {
        return transactions.read(() -> rows.defaults().map(PreferenceDefaults::current));
    }

    /** Changes the rules of these kinds; the others stay as they are. */
    Uni<PreferenceOutcome<Map<NotificationKind, Rule>>> change(
            Map<NotificationKind, Rule> wanted, IfMatch expected, Origin origin) {
        return transactions.run(() -> rows.lockedDefaults()
                .chain(row -> expected.matches(row.version)
                        ? apply(new Edit(row, wanted), origin)
                        : Uni.createFrom().item(new PreferenceOutcome.Stale<>())));
    }

    private Uni<PreferenceOutcome<Map<NotificationKind, Rule>>> apply(Edit edit, Origin origin) {
        List<Violation> violations = PreferencePolicy.check(edit.wanted());
        if (!violations.isEmpty()) {
            return Uni.createFrom().item(new PreferenceOutcome.Refused<>(violations));
        }
        Map<NotificationKind, Rule> before = edit.effective();
        edit.apply();
        return publish(PreferencePolicy.changes(before, edit.effective()), origin)
                .replaceWith(current(edit.row()));
    }

    private Uni<Void> publish(List<Change> changes, Origin origin) {
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : events.publish(events.event(new SettingsChanged(DEFAULTS, changes), origin));
    }

    private static PreferenceOutcome.Current<Map<NotificationKind, Rule>> current(PreferenceDefaultsRow row) {
        return new PreferenceOutcome.Current<>(PreferencePolicy.rules(row.rules), row.version);
    }

    private record Edit(PreferenceDefaultsRow row, Map<NotificationKind, Rule> wanted) {
        private Map<NotificationKind, Rule> effective() {
            return PreferencePolicy.rules(row.rules);
        }

        private void apply() {
            Map<String, Rule> rules = new HashMap<>(row.rules);
            wanted.forEach((kind, rule) -> rules.put(kind.toString(), rule));
            row.rules = Map.copyOf(rules);
            row.version++;
        }
    }
}
