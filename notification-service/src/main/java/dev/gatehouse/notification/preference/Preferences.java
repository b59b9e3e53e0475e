package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.notification.account.AccountErasureListener;
import dev.gatehouse.notification.account.AgentListener;
import dev.gatehouse.notification.account.Recipient;
import dev.gatehouse.notification.template.NotificationKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where each agent is told what. */
@ApplicationScoped
public class Preferences implements AccountErasureListener, AgentListener {
    private final PanachePreferences rows;
    private final Transactions transactions;
    private final PreferenceTrail events;

    Preferences(PanachePreferences rows, Transactions transactions, PreferenceTrail events) {
        this.rows = rows;
        this.transactions = transactions;
        this.events = events;
    }

    /** Where this kind is told to this agent; joins the session that is going on. */
    public Uni<Choice> choice(UUID accountId, NotificationKind kind) {
        return known(accountId).map(known -> PreferencePolicy.choice(kind, known.stored(), known.rules()));
    }

    /** A new agent starts with the defaults of this moment. */
    @Override
    public Uni<Void> agentChanged(Recipient agent) {
        return rules().chain(rules -> rows.make(agent.accountId(), startingWith(rules)));
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return rows.forget(accountId);
    }

    /** All that holds for this agent. */
    Uni<PreferenceOutcome.Current<Map<NotificationKind, Choice>>> of(UUID accountId) {
        return transactions.read(() -> known(accountId).map(Known::current));
    }

    /** Takes over what the agent wants; kinds that are not mentioned stay as they are. */
    Uni<PreferenceOutcome<Map<NotificationKind, Choice>>> change(
            UUID accountId, Map<NotificationKind, Choice> wanted, long expectedVersion, Origin origin) {
        return transactions.run(() -> rules().chain(rules -> rows.heldOrMade(accountId, startingWith(rules))
                .chain(row -> row.version == expectedVersion
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
        return events.preferencesChanged(edit.row().accountId, PreferencePolicy.changes(before, after), origin)
                .replaceWith(new PreferenceOutcome.Current<>(after, edit.row().version));
    }

    private Uni<Known> known(UUID accountId) {
        return rules().chain(rules -> rows.find(accountId)
                .map(row -> row.map(found -> new Known(found.choices, rules, found.version))
                        .orElseGet(() -> new Known(Map.of(), rules, 0))));
    }

    private Uni<Map<NotificationKind, Rule>> rules() {
        return rows.defaults().map(row -> PreferencePolicy.rules(row.rules));
    }

    private static Map<String, Choice> startingWith(Map<NotificationKind, Rule> rules) {
        return rules.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry.getValue()
                        .choice()));
    }

    private record Known(Map<String, Choice> stored, Map<NotificationKind, Rule> rules, long version) {
        private PreferenceOutcome.Current<Map<NotificationKind, Choice>> current() {
            return new PreferenceOutcome.Current<>(PreferencePolicy.choices(stored, rules), version);
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
