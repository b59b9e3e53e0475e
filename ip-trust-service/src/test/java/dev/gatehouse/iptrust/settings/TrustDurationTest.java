package dev.gatehouse.iptrust.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustDurationTest {
    @ParameterizedTest
    @CsvSource({
        "P30D,2026-03-02T10:00:00Z",
        "P1D,2026-02-01T10:00:00Z",
        "PT24H,2026-02-01T10:00:00Z",
        "P1M,2026-02-28T10:00:00Z",
        "P4W,2026-02-28T10:00:00Z",
        "P2Y,2028-01-31T10:00:00Z",
        "P24M,2028-01-31T10:00:00Z"
    })
    void endsByTheCalendar(String text, Instant end) {
        assertEquals(
                Optional.of(end),
                TrustDuration.parse(text).map(duration -> duration.after(Instant.parse("2026-01-31T10:00:00Z"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "P",
                "PT",
                "P0D",
                "P-1D",
                "PT23H",
                "PT36H",
                "P2Y1D",
                "P25M",
                "P731D",
                "P99999999999D",
                "P2147483647Y",
                "PT999999999999999H",
                "P1D ",
                "forever",
                "P30DP30DP30DP30DP30D"
            })
    void refusesWhatIsNoDurationOrOutsideTheLimits(String text) {
        assertEquals(Optional.empty(), TrustDuration.parse(text));
    }
}
