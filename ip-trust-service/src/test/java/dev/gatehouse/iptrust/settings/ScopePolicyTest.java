package dev.gatehouse.iptrust.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.contracts.state.IpTrustScope;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopePolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "false,ALL_AGENTS,true,ALL_AGENTS,true",
        "false,ALL_AGENTS,true,ADMINS_ONLY,true",
        "true,ADMINS_ONLY,true,ALL_AGENTS,true",
        "true,ALL_AGENTS,true,ADMINS_ONLY,false",
        "true,ALL_AGENTS,false,ALL_AGENTS,false",
        "false,ADMINS_ONLY,false,ALL_AGENTS,false",
        "true,ALL_AGENTS,true,ALL_AGENTS,false"
    })
    void asksToConfirmExactlyWhatReachesMorePeople(
            boolean enabled, IpTrustScope scope, boolean wantedEnabled, IpTrustScope wantedScope, boolean asks) {
        StoredSettings after = ScopePolicy.edited(settled(enabled, scope), values(wantedEnabled, wantedScope), NOW);

        assertEquals(asks, after.confirmBy() != null);
    }

    @Test
    void keepsTheConfirmedReachUntilTheWiderOneIsConfirmed() {
        StoredSettings wider =
                ScopePolicy.edited(settled(true, IpTrustScope.ADMINS_ONLY), values(true, IpTrustScope.ALL_AGENTS), NOW);

        assertEquals(new EffectiveScope(true, IpTrustScope.ADMINS_ONLY), wider.confirmed());
        assertEquals(NOW.plus(Duration.ofMinutes(10)), wider.confirmBy());
        assertEquals(
                new EffectiveScope(true, IpTrustScope.ALL_AGENTS),
                ScopePolicy.confirmed(wider).confirmed());
        assertEquals(
                IpTrustScope.ADMINS_ONLY, ScopePolicy.rolledBack(wider).values().scope());
    }

    @Test
    void givesTheSameReachNoMoreTimeWhenSomethingElseIsEdited() {
        StoredSettings wider =
                ScopePolicy.edited(settled(false, IpTrustScope.ALL_AGENTS), values(true, IpTrustScope.ALL_AGENTS), NOW);
        IpTrustSettings longer = new IpTrustSettings(
                true,
                IpTrustScope.ALL_AGENTS,
                new TrustDuration(Period.ofYears(1)),
                Duration.ofMinutes(15),
                Confirmation.NUMBER,
                64);

        StoredSettings edited = ScopePolicy.edited(wider, longer, NOW.plusSeconds(300));

        assertEquals(wider.confirmBy(), edited.confirmBy());
        assertEquals(
                longer.trustDuration(), ScopePolicy.rolledBack(edited).values().trustDuration());
    }

    @Test
    void isOverdueFromTheDeadlineOn() {
        StoredSettings wider =
                ScopePolicy.edited(settled(false, IpTrustScope.ALL_AGENTS), values(true, IpTrustScope.ALL_AGENTS), NOW);

        assertFalse(ScopePolicy.overdue(
                wider, NOW.plus(ScopePolicy.CONFIRMATION_TIME).minusMillis(1)));
        assertTrue(ScopePolicy.overdue(wider, NOW.plus(ScopePolicy.CONFIRMATION_TIME)));
        assertFalse(ScopePolicy.overdue(ScopePolicy.confirmed(wider), NOW.plus(Duration.ofDays(1))));
    }

    private static StoredSettings settled(boolean enabled, IpTrustScope scope) {
        return new StoredSettings(values(enabled, scope), new EffectiveScope(enabled, scope), null, 1);
    }

    private static IpTrustSettings values(boolean enabled, IpTrustScope scope) {
        return new IpTrustSettings(
                enabled, scope, new TrustDuration(Period.ofDays(30)), Duration.ofMinutes(15), Confirmation.NUMBER, 64);
    }
}
