package dev.gatehouse.notification.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.notification.template.NotificationKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreferencePolicyTest {
    static final Choice OFF = new Choice(false, false);
    static final Map<NotificationKind, Rule> NO_RULES_CHOSEN = PreferencePolicy.rules(Map.of());

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void sendsEverythingEverywhereUntilSomebodyChooses(NotificationKind kind) {
        // When
        Choice choice = PreferencePolicy.choice(kind, Map.of(), NO_RULES_CHOSEN);

        // Then
        assertEquals(new Choice(true, true), choice);
    }

    @Test
    void followsWhatTheAgentChose() {
        // When
        Choice choice = PreferencePolicy.choice(NotificationKind.LOGIN, Map.of("login", OFF), NO_RULES_CHOSEN);

        // Then
        assertEquals(OFF, choice);
    }

    @ParameterizedTest
    @EnumSource(
            value = NotificationKind.class,
            names = {"PASSWORD_CHANGED", "SESSION_THEFT"})
    void sendsWhatProtectsTheAccountWhateverIsStored(NotificationKind kind) {
        // Given
        Map<NotificationKind, Rule> rules =
                PreferencePolicy.rules(Map.of(kind.toString(), new Rule(false, false, false)));

        // When
        Choice choice = PreferencePolicy.choice(kind, Map.of(kind.toString(), OFF), rules);

        // Then
        assertEquals(new Choice(true, true), choice);
    }

    @Test
    void sendsWhatAnAdministratorMadeMandatory() {
        // Given
        Map<NotificationKind, Rule> rules = PreferencePolicy.rules(Map.of("login", Rule.MANDATORY));

        // When
        Choice choice = PreferencePolicy.choice(NotificationKind.LOGIN, Map.of("login", OFF), rules);

        // Then
        assertEquals(new Choice(true, true), choice);
    }

    @Test
    void refusesToSwitchOffWhatIsMandatory() {
        // When
        List<Violation> violations = PreferencePolicy.check(
                Map.of(NotificationKind.PASSWORD_CHANGED, new Choice(false, true)), NO_RULES_CHOSEN);

        // Then
        assertEquals(
                List.of(new Violation("password_changed.email", "mandatory", "cannot be switched off")), violations);
    }

    @Test
    void refusesRulesThatContradictThemselves() {
        // When
        List<Violation> violations = PreferencePolicy.check(Map.of(
                NotificationKind.LOGIN, new Rule(true, false, true),
                NotificationKind.SESSION_THEFT, new Rule(true, true, false)));

        // Then
        assertEquals(
                List.of("login.inApp", "session_theft.mandatory"),
                violations.stream().map(Violation::field).sorted().toList());
    }

    @Test
    void allowsEverythingElse() {
        // When
        List<Violation> violations = PreferencePolicy.check(Map.of(NotificationKind.LOGIN, OFF), NO_RULES_CHOSEN);

        // Then
        assertTrue(violations.isEmpty());
    }

    @Test
    void saysWhatChanged() {
        // Given
        Map<NotificationKind, Choice> before = PreferencePolicy.choices(Map.of(), NO_RULES_CHOSEN);
        Map<NotificationKind, Choice> after = PreferencePolicy.choices(Map.of("login", OFF), NO_RULES_CHOSEN);

        // When
        List<Change> changes = PreferencePolicy.changes(before, after);

        // Then
        assertEquals(List.of(new Change("login", "email=true,inApp=true", "email=false,inApp=false")), changes);
    }
}
