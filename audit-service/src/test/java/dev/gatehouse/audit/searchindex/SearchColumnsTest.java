package dev.gatehouse.audit.searchindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gatehouse.audit.AuditRecords;
import dev.gatehouse.audit.log.LogEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchColumnsTest {
    @ParameterizedTest
    @CsvSource({
        "ip, 2001:DB8::0001, ip, 2001:db8::1",
        "ip, ::ffff:203.0.113.7, ip, 203.0.113.7",
        "ip, 2001:db8::/64, ip, ",
        "ip, somewhere, ip, ",
        "hostname, Host.Example.com., hostname_reversed, com.example.host",
        "hostname, not a name, hostname_reversed, ",
        "traceId, 4bf92f3577b34da6a3ce929d0e0e4736, trace_id, 4bf92f3577b34da6a3ce929d0e0e4736",
        "traceId, somewhere, trace_id, ",
        "reason, wrong_password, reason, wrong_password",
    })
    void putsEachFieldIntoItsColumnOrLeavesItOut(String field, String value, String column, @Nullable String expected) {
        assertEquals(expected, column(column, AuditRecords.event().field(field, value)));
    }

    @Test
    void cutsUserAgentsBetweenCharacters() {
        String agent = "x".repeat(511) + "\uD83D\uDE00";

        assertEquals("x".repeat(511), column("user_agent", AuditRecords.event().field("userAgent", agent)));
    }

    @Test
    void leavesOutWhatIsAbsent() {
        assertNull(column("session_id", AuditRecords.event()));
    }

    private static @Nullable Object column(String name, AuditRecords event) {
        LogEntry entry = new LogEntry(0, Instant.EPOCH, event.toEvent());
        return SearchColumns.of(entry).get(SearchColumns.NAMES.indexOf(name));
    }
}
