package dev.gatehouse.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.audit.AuditRecords;
import dev.gatehouse.chassis.messaging.wire.Headers;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditEventsTest {
    private static final String ID = "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b";

    @Test
    void keepsTheWholeEventAsCanonicalJson() {
        AuditEvent event = AuditRecords.event()
                .header(Headers.ID, ID)
                .header(Headers.SEQUENCE, "17")
                .json("newField", "{\"b\": [2, 1], \"a\": null}")
                .toEvent();

        assertEquals(
                "{\"actor\":{\"kind\":\"anonymous\"},\"data\":{\"audience\":\"agent\"},\"id\":\"" + ID
                        + "\",\"newField\":{\"a\":null,\"b\":[2,1]},\"outcome\":\"failure\","
                        + "\"schema\":\"urn:gatehouse:event:login.failed:1\",\"sequence\":17,"
                        + "\"service\":\"auth-service\",\"time\":\"2026-11-01T08:30:00.000Z\",\"type\":\"login.failed\"}",
                event.json());
    }

    @Test
    void readsBackWhatItStored() {
        AuditEvent event = AuditRecords.event()
                .type("moon.risen")
                .about(UUID.fromString(ID))
                .json("actor", "{\"id\":\"" + ID + "\",\"kind\":\"agent\"}")
                .field("ip", "203.0.113.7")
                .field("hostname", "host.example.com")
                .field("userAgent", "Überbrowser/1.0")
                .field("sessionId", ID)
                .field("traceId", "4bf92f3577b34da6a3ce929d0e0e4736")
                .field("reason", "wrong_password")
                .json("data", "{\"z\":1.5,\"deep\":{\"y\":[{}]}}")
                .toEvent();

        assertEquals(event, AuditEvents.stored(event.json()));
    }

    @Test
    void isTheSameTextForFieldsInAnyOrder() {
        AuditRecords one = AuditRecords.event().json("data", "{\"a\":1,\"b\":2}");
        AuditRecords other = one.json("data", "{ \"b\" : 2 , \"a\" : 1 }");

        assertEquals(one.toEvent(), other.toEvent());
    }

    @Test
    void cutsTimesToMilliseconds() {
        AuditEvent event = AuditRecords.event()
                .header(Headers.TIME, "2026-11-01T08:30:00.123999Z")
                .toEvent();

        assertEquals(Instant.parse("2026-11-01T08:30:00.123Z"), event.time());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actor     | \"me\"",
                "actor     | {\"id\":\"x\",\"kind\":\"agent\"}",
                "actor     | {}",
                "outcome   | null",
                "outcome   | \"maybe\"",
                "accountId | \"not-an-id\"",
                "accountId | 7",
                "sessionId | []",
                "data      | [1]",
                "data      | null",
                "reason    | {}",
            })
    void refusesAnEnvelopeThatNobodyPublishes(String field, String json) {
        AuditRecords event = AuditRecords.event().json(field, json);

        UnreadableEvent refused = assertThrows(UnreadableEvent.class, event::toEvent);

        assertEquals(false, String.valueOf(refused.getMessage()).isBlank());
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01T00:00:00Z", "+12026-11-01T00:00:00Z"})
    void refusesTimesAtWhichNothingHappened(String time) {
        AuditRecords event = AuditRecords.event().header(Headers.TIME, time);

        UnreadableEvent refused = assertThrows(UnreadableEvent.class, event::toEvent);

        assertEquals(true, String.valueOf(refused.getMessage()).contains("time"));
    }
}
