package dev.gatehouse.auth.login.iptrust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.state.IpTrustScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @ParameterizedTest(name = "{0}: {1}, administrator {2}, from {3}: {4}")
    @CsvSource({
        "OFF,         AGENT, false, 192.0.2.1,      ADMIT",
        "OFF,         AGENT, true,  192.0.2.1,      ADMIT",
        "ALL_AGENTS,  USER,  false, 192.0.2.1,      ADMIT",
        "ADMINS_ONLY, AGENT, false, 192.0.2.1,      ADMIT",
        "ALL_AGENTS,  AGENT, false, 192.0.2.1,      VERIFY",
        "ALL_AGENTS,  AGENT, true,  192.0.2.1,      VERIFY",
        "ADMINS_ONLY, AGENT, true,  192.0.2.1,      VERIFY",
        "ALL_AGENTS,  AGENT, false, 203.0.113.7,    ADMIT",
        "ALL_AGENTS,  AGENT, false, 203.0.113.8,    VERIFY",
        "ALL_AGENTS,  AGENT, false, 2001:db8:1::5,  ADMIT",
        "ALL_AGENTS,  AGENT, false, 2001:db8:1:1::, VERIFY",
        "ALL_AGENTS,  AGENT, false, 198.51.100.77,  ADMIT",
        "ALL_AGENTS,  AGENT, false, 198.51.101.1,   VERIFY"
    })
    void decidesByScopeAndNetworks(
            String scope, AccountKind kind, boolean admin, String address, Trust.Verdict expected) {
        // Given
        boolean on = !scope.equals("OFF");
        Trust.Rules rules =
                rules(on, on ? IpTrustScope.valueOf(scope) : IpTrustScope.ALL_AGENTS, network("198.51.100.0/24", null));
        Trust trust = new Trust(rules, List.of(network("203.0.113.7", null), network("2001:db8:1::/64", null)));

        // When
        Trust.Verdict verdict = trust.decide(kind, admin, ip(address), NOW);

        // Then
        assertEquals(expected, verdict);
    }

    @Test
    void trustEndsAtItsTime() {
        // Given
        Trust trust = new Trust(
                rules(true, IpTrustScope.ALL_AGENTS, network("198.51.100.0/24", NOW.plusMillis(1))),
                List.of(network("203.0.113.7", NOW.plusMillis(1))));

        // Then
        assertEquals(Trust.Verdict.ADMIT, trust.decide(AccountKind.AGENT, false, ip("203.0.113.7"), NOW));
        assertEquals(Trust.Verdict.ADMIT, trust.decide(AccountKind.AGENT, false, ip("198.51.100.1"), NOW));
        assertEquals(
                Trust.Verdict.VERIFY, trust.decide(AccountKind.AGENT, false, ip("203.0.113.7"), NOW.plusMillis(1)));
        assertEquals(
                Trust.Verdict.VERIFY, trust.decide(AccountKind.AGENT, false, ip("198.51.100.1"), NOW.plusMillis(1)));
    }

    private static Trust.Rules rules(boolean enabled, IpTrustScope scope, TrustedNetwork forAll) {
        return new Trust.Rules(enabled, scope, Duration.ofMinutes(15), List.of(forAll));
    }

    private static TrustedNetwork network(String text, @Nullable Instant until) {
        return TrustedNetwork.read(text, until).orElseThrow();
    }

    private static IpAddress ip(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
