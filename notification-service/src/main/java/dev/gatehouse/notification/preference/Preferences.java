package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.contracts.event.SettingsChanged;
import dev.gatehouse.notification.account.AccountErasureListener;
import dev.gatehouse.notification.account.AgentListener;
import dev.gatehouse.notification.account.Recipient;
import dev.gatehouse.notification.template.NotificationKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The kinds of notification that each agent wants, and where. */
@ApplicationScoped
public class Preferences implements AccountErasureListener, AgentListener {
    private static final String PREFERENCES = "notifications/preferences";

    private final PanachePreferences rows;
    private final Transactions transactions;
    private final Events events;

    Preferences(PanachePreferences rows, Transactions transactions, Events events) {
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
    }

    /** Reads these into the current session, where {@link #choice} finds them. */
    public Uni<Void> prepare(Set<UUID> accountIds) {
        return rows.read(accountIds);
    }

    /** Where this agent receives this kind; joins the current session. */
    public Uni<Choice> choice(UUID accountId, NotificationKind kind) {
        return stored(accountId).map(stored -> PreferencePolicy.choice(kind, stored.choices(), stored.rules()));
    }

    /** A new agent starts with the defaults of this moment. */
    @Override
    public Uni<Void> agentChanged(Recipient agent) {
        return rules().chain(rules -> rows.insertIfAbsent(agent.accountId(), initialChoices(rules)));
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return rows.deleteOf(accountId);
    }

    /** The choice of this agent for every kind. */
    Uni<PreferenceOutcome.Current<Map<NotificationKind, Choice>>> of(UUID accountId) {
        return transactions.read(() -> stored(accountId).map(Stored::current));
    }

    /** Changes the choices for these kinds; the others stay as they are. */
    Uni<PreferenceOutcome<Map<NotificationKind, Choice>>> change(
            UUID accountId, Map<NotificationKind, Choice> wanted, IfMatch expected, Origin origin) {
        return transactions.run(() -> rules().chain(rules -> rows.locked(accountId, initialChoices(rules))
                .chain(row -> expected.matches(row.version)
                        ? apply(new Edit(row, rules, wanted), origin)
                        : Uni.createFrom().item(new PreferenceOutcome.Stale<>()))));
    }

    private Uni<PreferenceOutcome<Map<NotificationKind, Choice>>> apply(Edit edit, Origin origin) {
        List<Violation> violations = PreferencePolicy.check(edit.wanted(), edit.rules());
        if (!violations.isEmpty()) {
            return Uni.createFrom().item(new PreferenceOutcome.Refused<>(violations));
        }
        Map<NotificationKind, Choice> before = edit.effective();
        edit.apply();
        Map<NotificationKind, Choice> after = edit.effective();
        return publish(edit.row().accountId, PreferencePolicy.changes(before, after), origin)
                .replaceWith(new PreferenceOutcome.Current<>(after, edit.row().version));
    }

    private Uni<Void> publish(UUID accountId, List<Change> changes, Origin origin) {
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : events.publish(events.event(new SettingsChanged(PREFERENCES, changes), origin)
                        .about(accountId));
    }

    private Uni<Stored> stored(UUID accountId) {
        return rules().chain(rules -> rows.find(accountId)
                .map(row -> row.map(found -> new Stored(found.choices, rules, found.version))
                        .orElseGet(() -> new Stored(Map.of(), rules, 0))));
    }

    private Uni<Map<NotificationKind, Rule>> rules() {
        return rows.defaults().map(row -> PreferencePolicy.rules(row.rules));
    }

    private static Map<String, Choice> initialChoices(Map<NotificationKind, Rule> rules) {
        return rules.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry.getValue()
                        .choice()));
    }

    private record Stored(Map<String, Choice> choices, Map<NotificationKind, Rule> rules, long version) {
        private PreferenceOutcome.Current<Map<NotificationKind, Choice>> current() {
            return new PreferenceOutcome.Current<>(PreferencePolicy.choices(choices, rules), version);
        }
    }

    private record Edit(PreferenceRow row, Map<NotificationKind, Rule> rules, Map<NotificationKind, Choice> wanted) {
        private Map<NotificationKind, Choice> effective() {
            return PreferencePolicy.choices(row.choices, rules);
        }

        private void apply() {
            Map<String, Choice> choices = new HashMap<>(row.choices);
            wanted.forEach((kind, choice) -> choices.put(kind.toString(), choice));
            row.choices = Map.copyOf(choices);
            row.version++;
        }
    }
}
