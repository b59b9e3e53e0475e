package dev.gatehouse.chassis.messaging.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateVersionTest {
    @ParameterizedTest
    @CsvSource({"0,1000,1000", "3,1000,1000", "999,1000,1000", "1000,1000,1001", "5000,1000,5001"})
    void growsWithoutTheClockAndAfterARestore(long current, long now, long next) {
        assertEquals(next, StateVersion.next(current, Instant.ofEpochMilli(now)));
    }
}
