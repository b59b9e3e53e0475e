package dev.gatehouse.chassis.messaging.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.AuditSearched;
import dev.gatehouse.contracts.event.SecurityEvent;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OriginTest {
    private static final UUID ACCOUNT = UUID.fromString("01920000-0000-7000-8000-000000000001");
    private static final UUID SESSION = UUID.fromString("01920000-0000-7000-8000-000000000002");
    private static final Origin AGENT = new Origin(
            Actor.agent(ACCOUNT), SESSION, IpAddress.parse("::ffff:203.0.113.7").orElseThrow(), "a browser");

    @Test
    void stampsWhoAndFromWhereOnAnEvent() {
        SecurityEvent<AuditSearched> stamped = AGENT.stamp(event());

        assertEquals(Actor.agent(ACCOUNT), stamped.actor());
        assertEquals(SESSION, stamped.sessionId());
        assertEquals("203.0.113.7", stamped.ip());
        assertEquals("a browser", stamped.userAgent());
    }

    @Test
    void leavesOutWhereTheServiceItselfComesFrom() {
        SecurityEvent<AuditSearched> stamped = Origin.SYSTEM.stamp(event());

        assertEquals(Actor.SYSTEM, stamped.actor());
        assertNull(stamped.ip());
        assertNull(stamped.sessionId());
    }

    @Test
    void keepsThePlaceForAnotherActor() {
        SecurityEvent<AuditSearched> stamped = AGENT.as(Actor.ANONYMOUS).stamp(event());

        assertEquals(Actor.ANONYMOUS, stamped.actor());
        assertEquals("203.0.113.7", stamped.ip());
    }

    private static SecurityEvent<AuditSearched> event() {
        return SecurityEvent.of(
                UUID.fromString("01920000-0000-7000-8000-000000000003"),
                Instant.parse("2026-11-01T08:00:00Z"),
                "test",
                new AuditSearched("", 0));
    }
}
