package dev.gatehouse.notification.preference;

import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.chassis.http.problem.Violations;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.notification.template.NotificationKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Combines the rules of administrators with the choices of agents; stored kinds are wire names. */
final class PreferencePolicy {
    private static final String MANDATORY = "mandatory";

    private PreferencePolicy() {}

    /** The rule of every kind: the stored one, or the built-in one; kinds that are always mandatory stay so. */
    static Map<NotificationKind, Rule> rules(Map<String, Rule> stored) {
        return everyKind(kind ->
                kind.isAlwaysMandatory() ? Rule.MANDATORY : stored.getOrDefault(kind.toString(), Rule.OPTIONAL));
    }

    /** Where an agent receives every kind. */
    static Map<NotificationKind, Choice> choices(Map<String, Choice> stored, Map<NotificationKind, Rule> rules) {
        return everyKind(kind -> choice(kind, stored, rules));
    }

    /** Where an agent receives one kind. */
    static Choice choice(NotificationKind kind, Map<String, Choice> stored, Map<NotificationKind, Rule> rules) {
        Rule rule = rules.getOrDefault(kind, Rule.OPTIONAL);
        return rule.mandatory() ? Choice.EVERYWHERE : stored.getOrDefault(kind.toString(), rule.choice());
    }

    /** The violations in the change that an agent asks for. */
    static List<Violation> check(Map<NotificationKind, Choice> wanted, Map<NotificationKind, Rule> rules) {
        Violations violations = new Violations();
        wanted.forEach((kind, choice) -> {
            boolean free = !rules.getOrDefault(kind, Rule.OPTIONAL).mandatory();
            violations.require(free || choice.email(), kind + ".email", MANDATORY, "cannot be switched off");
            violations.require(free || choice.inApp(), kind + ".inApp", MANDATORY, "cannot be switched off");
        });
        return violations.list();
    }

    /** The violations in the change that an administrator asks for. */
    static List<Violation> check(Map<NotificationKind, Rule> wanted) {
        Violations violations = new Violations();
        wanted.forEach((kind, rule) -> {
            boolean free = !kind.isAlwaysMandatory() && !rule.mandatory();
            violations.require(free || rule.email(), kind + ".email", MANDATORY, "is on for a mandatory kind");
            violations.require(free || rule.inApp(), kind + ".inApp", MANDATORY, "is on for a mandatory kind");
            violations.require(
                    !kind.isAlwaysMandatory() || rule.mandatory(),
                    kind + ".mandatory",
                    MANDATORY,
                    "protects the account itself and stays mandatory");
        });
        return violations.list();
    }

    /** The differences, one per kind. */
    static <T> List<Change> changes(Map<NotificationKind, T> before, Map<NotificationKind, T> after) {
        return Arrays.stream(NotificationKind.values())
                .filter(kind -> !String.valueOf(before.get(kind)).equals(String.valueOf(after.get(kind))))
                .map(kind -> new Change(kind.toString(), text(before.get(kind)), text(after.get(kind))))
                .toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case Choice(boolean email, boolean inApp) -> "email=" + email + ",inApp=" + inApp;
            case Rule(boolean email, boolean inApp, boolean mandatory) ->
                "email=" + email + ",inApp=" + inApp + ",mandatory=" + mandatory;
            case null, default -> null;
        };
    }

    private static <T> Map<NotificationKind, T> everyKind(Function<NotificationKind, T> value) {
        Map<NotificationKind, T> map = new EnumMap<>(NotificationKind.class);
        for (NotificationKind kind : NotificationKind.values()) {
            map.put(kind, value.apply(kind));
        }
        return map;
    }
}
