package dev.gatehouse.chassis.security.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncidentLimitsTest {
    private Instant now = Instant.parse("2026-11-28T10:00:00Z");
    private final IncidentLimits limits = new IncidentLimits(() -> now);

    @Test
    void admitsOneOfAnAddressInAMinute() {
        assertTrue(admitted("192.0.2.1"));
        assertFalse(admitted("192.0.2.1"));

        now = now.plus(IncidentLimits.ONCE_PER).plusSeconds(1);
        assertTrue(admitted("192.0.2.1"));
    }

    @Test
    void takesAnIpv6NetworkForOnePlace() {
        assertTrue(admitted("2001:db8::1"));
        assertFalse(admitted("2001:db8::ffff:1"));
        assertTrue(admitted("2001:db8:0:1::1"));
    }

    @Test
    void keepsKindsApart() {
        assertTrue(limits.admit(String.class, ip("192.0.2.1")).isPresent());
        assertTrue(limits.admit(Integer.class, ip("192.0.2.1")).isPresent());
    }

    @Test
    void admitsAFewOfAWiderNetwork() {
        assertEquals(
                IncidentLimits.OF_NEIGHBOURHOOD,
                IntStream.range(0, 256)
                        .filter(host -> admitted("192.0.2." + host))
                        .count());
        assertTrue(admitted("192.0.3.1"));
        assertEquals(
                IncidentLimits.OF_NEIGHBOURHOOD,
                IntStream.range(0, 256)
                        .filter(net -> admitted("2001:db8:7:" + Integer.toHexString(net) + "::1"))
                        .count());
    }

    @Test
    void admitsSixtyAtOnceFromAnywhereAndThenOneASecond() {
        assertEquals(
                IncidentLimits.AT_ONCE,
                IntStream.range(0, 200)
                        .filter(net -> admitted("198.18." + net + ".1"))
                        .count());

        now = now.plusSeconds(3);
        assertEquals(
                3,
                IntStream.range(0, 200)
                        .filter(net -> admitted("198.19." + net + ".1"))
                        .count());
    }

    @Test
    void boundsWhatIsUnderWay() {
        for (int second = 0; second < 2 * IncidentLimits.UNDER_WAY; second++) {
            now = now.plusSeconds(1);
            assertEquals(
                    second < IncidentLimits.UNDER_WAY,
                    limits.admit(String.class, ip("10." + second + ".0.1")).isPresent());
        }

        assertEquals(IncidentLimits.UNDER_WAY, limits.takeSuppressed());
    }

    @Test
    void triesAPlaceAgainWhoseEventWasLost() {
        Optional<IncidentLimits.Place> place = limits.admit(String.class, ip("192.0.2.1"));

        limits.lost(place.orElseThrow());

        assertTrue(admitted("192.0.2.1"));
        assertEquals(1, limits.takeSuppressed());
    }

    @Test
    void countsWhatItDoesNotAdmit() {
        assertTrue(admitted("192.0.2.1"));
        assertFalse(admitted("192.0.2.1"));
        assertFalse(admitted("192.0.2.1"));

        assertEquals(2, limits.takeSuppressed());
        assertEquals(0, limits.takeSuppressed());
        limits.giveBack(2);
        assertEquals(2, limits.takeSuppressed());
    }

    private boolean admitted(String ip) {
        Optional<IncidentLimits.Place> place = limits.admit(String.class, ip(ip));
        place.ifPresent(one -> limits.stored());
        return place.isPresent();
    }

    private static IpAddress ip(String text) {
        return IpAddress.parse(text).orElseThrow();
    }
}
