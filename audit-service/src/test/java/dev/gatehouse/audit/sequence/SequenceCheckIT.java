package dev.gatehouse.audit.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.audit.AuditRecords;
import dev.gatehouse.audit.AuditSchema;
import dev.gatehouse.audit.LogFixture;
import dev.gatehouse.audit.RealStack;
import dev.gatehouse.chassis.messaging.wire.Headers;
import dev.gatehouse.chassis.testkit.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
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
