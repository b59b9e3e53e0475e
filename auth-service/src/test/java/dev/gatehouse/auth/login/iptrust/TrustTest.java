package dev.gatehouse.auth.login.iptrust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
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

    @ParameterizedTest(name = "{0} {1} {2} from {3}: {4}")
    @CsvSource({
        "off, ALL_AGENTS,  AGENT,         192.0.2.1,      ADMIT",
        "off, ALL_AGENTS,  ADMINISTRATOR, 192.0.2.1,      ADMIT",
        "on,  ALL_AGENTS,  USER,          192.0.2.1,      ADMIT",
        "on,  ADMINS_ONLY, AGENT,         192.0.2.1,      ADMIT",
        "on,  ALL_AGENTS,  AGENT,         192.0.2.1,      VERIFY",
        "on,  ALL_AGENTS,  ADMINISTRATOR, 192.0.2.1,      VERIFY",
        "on,  ADMINS_ONLY, ADMINISTRATOR, 192.0.2.1,      VERIFY",
        "on,  ALL_AGENTS,  AGENT,         203.0.113.7,    ADMIT",
        "on,  ALL_AGENTS,  AGENT,         203.0.113.8,    VERIFY",
        "on,  ALL_AGENTS,  AGENT,         2001:db8:1::5,  ADMIT",
        "on,  ALL_AGENTS,  AGENT,         2001:db8:1:1::, VERIFY",
        "on,  ALL_AGENTS,  AGENT,         198.51.100.77,  ADMIT",
        "on,  ALL_AGENTS,  AGENT,         198.51.101.1,   VERIFY"
    })
    void decidesByScopeAndNetworks(
            String state, IpTrustScope scope, TrustSubject subject, String address, Trust.Verdict expected) {
        // Given
        TrustRules rules = rules(state.equals("on"), scope, network("198.51.100.0/24", null));
        Trust trust = new Trust(rules, List.of(network("203.0.113.7", null), network("2001:db8:1::/64", null)));

        // When
        Trust.Verdict verdict = trust.decide(subject, ip(address), NOW);

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
        assertEquals(Trust.Verdict.ADMIT, trust.decide(TrustSubject.AGENT, ip("203.0.113.7"), NOW));
        assertEquals(Trust.Verdict.ADMIT, trust.decide(TrustSubject.AGENT, ip("198.51.100.1"), NOW));
        assertEquals(Trust.Verdict.VERIFY, trust.decide(TrustSubject.AGENT, ip("203.0.113.7"), NOW.plusMillis(1)));
        assertEquals(Trust.Verdict.VERIFY, trust.decide(TrustSubject.AGENT, ip("198.51.100.1"), NOW.plusMillis(1)));
    }

    private static TrustRules rules(boolean enabled, IpTrustScope scope, TrustedNetwork forAll) {
        return new TrustRules(enabled, scope, Duration.ofMinutes(15), List.of(forAll));
    }

    private static TrustedNetwork network(String text, @Nullable Instant until) {
        return TrustedNetwork.read(text, until).orElseThrow();
    }

    private static IpAddress ip(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
