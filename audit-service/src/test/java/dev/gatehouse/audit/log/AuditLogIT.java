package dev.gatehouse.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.audit.AuditRecords;
import dev.gatehouse.audit.AuditSchema;
import dev.gatehouse.audit.LogFixture;
import dev.gatehouse.audit.RealStack;
import dev.gatehouse.chassis.testkit.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@RealStack
class AuditLogIT {
    private static final int ACCESS_DENIED_FOR_TABLE = 1142;

    private final Database database = AuditSchema.database();

    @Inject
    LogFixture fixture;

    @Inject
    AuditLog log;

    @Test
    void givesBackWhatItWasGiven() {
        // Given
        AuditRecords record = AuditRecords.event().type("moon.risen").field("userAgent", "Überbrowser \\\\ 😀");

        // When
        LogEntry put = fixture.put(record).getFirst();

        // Then
        LogEntry found =
                log.find(record.id()).await().atMost(Duration.ofSeconds(5)).orElseThrow();
        assertEquals(put, found);
        assertEquals(record.toEvent(), found.event());
    }

    @Test
    void givesIndexesWithoutGapsToParallelWriters() {
        // Given
        List<Uni<List<LogEntry>>> writers = IntStream.range(0, 40)
                .mapToObj(writer -> fixture.append(AuditRecords.event(), AuditRecords.event(), AuditRecords.event()))
                .toList();

        long begin = database.number("SELECT next_index FROM log_head");

        // When
        List<List<LogEntry>> written =
                Uni.join().all(writers).andFailFast().await().atMost(Duration.ofSeconds(30));

        // Then
        assertEquals(40, written.size());
        assertEquals(0, database.number("SELECT MIN(idx) FROM log_entry"));
        assertEquals(
                database.number("SELECT COUNT(*) FROM log_entry"),
                database.number("SELECT MAX(idx) + 1 FROM log_entry"));
        assertEquals(
                database.number("SELECT COUNT(*) FROM log_entry"), database.number("SELECT next_index FROM log_head"));
        assertEquals(0, disorderSince(begin));
    }

    /** Entries that seem to have arrived before an earlier one. */
    private long disorderSince(long index) {
        return database.number("""
                SELECT COUNT(*) FROM log_entry later JOIN log_entry earlier ON earlier.idx = later.idx - 1
                WHERE later.idx > ? AND later.received_at < earlier.received_at""", index);
    }

    @Test
    void keepsAnEventThatComesAgainOnce() {
        // Given
        AuditRecords record = AuditRecords.event();
        List<LogEntry> first = fixture.put(record);

        // When
        List<LogEntry> second = fixture.put(record, AuditRecords.event(), record);

        // Then
        assertEquals(1, second.size());
        assertEquals(first.getFirst().index() + 1, second.getFirst().index());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE log_entry SET service = 'x'",
                "DELETE FROM log_entry",
                "TRUNCATE TABLE log_entry",
                "REPLACE INTO log_entry SELECT * FROM log_entry",
                "UPDATE search_entry SET outcome = 'success'",
                "DELETE FROM search_entry",
                "DROP TABLE log_entry",
                "ALTER TABLE log_entry ADD COLUMN x INT",
                "DELETE FROM log_head",
                "INSERT INTO log_entry SELECT idx, id, received_at, service, sequence, event FROM log_entry"
                        + " ON DUPLICATE KEY UPDATE service = 'x'",
            })
    void refusesToLetTheRuntimeUserChangeTheLog(String sql) throws SQLException {
        // Given
        AuditRecords record = AuditRecords.event();
        assertFalse(fixture.put(record).isEmpty());

        // When
        SQLException refused = assertThrows(SQLException.class, () -> executeAsApp(sql));

        // Then
        assertEquals(ACCESS_DENIED_FOR_TABLE, refused.getErrorCode());
        assertEquals(
                record.toEvent(),
                log.find(record.id())
                        .await()
                        .atMost(Duration.ofSeconds(5))
                        .orElseThrow()
                        .event());
    }

    private void executeAsApp(String sql) throws SQLException {
        try (Connection connection = database.asApp();
                Statement statement = connection.createStatement()) {
            assertFalse(statement.execute(sql), sql);
        }
    }
}
