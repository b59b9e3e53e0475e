package dev.gatehouse.audit.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.audit.AuditRecords;
import dev.gatehouse.audit.AuditSchema;
import dev.gatehouse.audit.LogFixture;
import dev.gatehouse.audit.RealStack;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.testkit.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealStack
class SequenceCheckIT {
    private final Database database = AuditSchema.database();

    @Inject
    LogFixture fixture;

    @Inject
    SequenceCheck check;

    @Inject
    SequenceJob watch;

    @Inject
    MeterRegistry meters;

    @Test
    void noticesWhatNeverArrivedAndForgetsItWhenItDoes() {
        // Given
        arrived("gap-service", 1, 2, 5, 6, 9);

        // When
        check("gap-service");

        // Then
        assertEquals(List.of("3-4", "7-8"), open("gap-service"));
        assertEquals(2.0, gauge("gap-service"));
        assertEquals(
                9.0,
                meters.get("gatehouse.audit.sequence.checked")
                        .tag("service", "gap-service")
                        .gauge()
                        .value());

        // When
        arrived("gap-service", 4, 7, 8);
        check("gap-service");

        // Then
        assertEquals(List.of("3-3"), open("gap-service"));
    }

    @Test
    void waitsAWhileForWhatWasOvertaken() {
        // Given
        put("overtaken-service", 1, 3);

        // When
        check("overtaken-service");

        // Then
        assertEquals(List.of(), open("overtaken-service"));
    }

    @Test
    void noticesAGapOnce() {
        // Given
        arrived("once-service", 2);

        // When
        check("once-service");
        check("once-service");

        // Then
        assertEquals(List.of("1-1"), open("once-service"));
    }

    @Test
    @DisplayName("B8: a service that cannot be checked stops the check of no other one")
    void checksTheOtherServicesWhenOneFails() throws SQLException {
        // Given
        put("a-held-service", 1);
        arrived("b-free-service", 2);
        database.update("INSERT INTO producer (service, checked_sequence) VALUES ('a-held-service', 0)"
                + " ON DUPLICATE KEY UPDATE service = service");
        try (Connection holder = database.asDdl();
                PreparedStatement lock =
                        holder.prepareStatement("SELECT 1 FROM producer WHERE service = 'a-held-service' FOR UPDATE")) {
            holder.setAutoCommit(false);
            lock.execute();

            // When
            assertThrows(Exception.class, () -> watch.checkAll().await().atMost(Duration.ofSeconds(60)));

            // Then
            assertEquals(List.of("1-1"), open("b-free-service"));
            holder.rollback();
        }
    }

    @Test
    @DisplayName("B8: an absurdly high number does not switch the check off")
    void passesOverAnAbsurdNumber() {
        // Given
        arrived("absurd-service", 1, 2, Long.MAX_VALUE);
        check("absurd-service");

        // When
        arrived("absurd-service", 4);
        check("absurd-service");

        // Then
        assertEquals(List.of("3-3"), open("absurd-service"));
    }

    @Test
    @DisplayName("B8: however many gaps are open, each one closes when its event arrives")
    void looksAtEveryOpenGap() {
        // Given
        arrived("leaky-service", LongStream.rangeClosed(1, 151).map(i -> 2 * i).toArray());
        check("leaky-service");
        assertEquals(151, open("leaky-service").size());

        // When
        arrived("leaky-service", 301);
        check("leaky-service");
        check("leaky-service");

        // Then
        assertEquals(150, open("leaky-service").size());
    }

    @Test
    @DisplayName("B8: times of arrival that a clock put into the future do not hold the check up")
    void doesNotWaitForAClockThatWasAhead() {
        // Given
        put("pinned-service", 1, 3);
        database.update("UPDATE log_entry SET received_at = UTC_TIMESTAMP(3) + INTERVAL 1 DAY"
                + " WHERE service = 'pinned-service'");

        // When
        check("pinned-service");

        // Then
        assertEquals(List.of("2-2"), open("pinned-service"));
    }

    @Test
    @DisplayName("B8: a number that was given to two events is counted")
    void noticesANumberThatWasGivenTwice() {
        // Given
        arrived("twice-service", 1, 2);
        check("twice-service");

        // When
        put("twice-service", 2);
        check("twice-service");
        check("twice-service");

        // Then
        assertEquals(
                1.0,
                meters.counter("gatehouse.audit.sequence.repeated", "service", "twice-service")
                        .count());
    }

    private void check(String service) {
        assertEquals(null, check.of(service).await().atMost(Duration.ofSeconds(10)));
    }

    private double gauge(String service) {
        assertEquals(null, watch.checkAll().await().atMost(Duration.ofSeconds(10)));
        return meters.get("gatehouse.audit.sequence.gaps")
                .tag("service", service)
                .gauge()
                .value();
    }

    /** Longer ago than what the check has patience with. */
    private void arrived(String service, long... sequences) {
        put(service, sequences);
        assertEquals(
                true,
                0 < database.update("UPDATE log_entry SET received_at = '2026-01-01' WHERE service = ?", service));
    }

    private void put(String service, long... sequences) {
        AuditRecords[] records = LongStream.of(sequences)
                .mapToObj(sequence -> AuditRecords.event()
                        .header(Headers.SOURCE, service)
                        .header(Headers.SEQUENCE, Long.toString(sequence)))
                .toArray(AuditRecords[]::new);
        assertEquals(sequences.length, fixture.put(records).size());
    }

    private List<String> open(String service) {
        return database.query("SELECT * FROM sequence_gap WHERE service = ? ORDER BY first_sequence", service).stream()
                .map(gap -> gap.get("first_sequence") + "-" + gap.get("last_sequence"))
                .toList();
    }
}
