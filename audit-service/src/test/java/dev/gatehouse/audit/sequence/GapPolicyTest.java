package dev.gatehouse.audit.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.audit.log.ReceivedSequence;
import dev.gatehouse.audit.sequence.GapPolicy.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minusSeconds(600);
    private static final Duration SETTLE_TIME = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 2 3 |          | 3",
                "0 | 2 3   | 1-1      | 3",
                "0 | 5     | 1-4      | 5",
                "3 | 4 7 9 | 5-6, 8-8 | 9",
                "3 |       |          | 3",
            })
    void findsWhatIsMissingBelowTheHighest(
            long checked, @Nullable String present, @Nullable String missing, long nowChecked) {
        Finding finding = GapPolicy.decide(checked, arrived(LONG_AGO, present), NOW, SETTLE_TIME);

        assertEquals(gaps(missing), finding.gaps());
        assertEquals(nowChecked, finding.checked());
    }

    @Test
    void waitsWhileTheHigherNumberIsFresh() {
        Finding finding = GapPolicy.decide(0, arrived(NOW, "2 3"), NOW, SETTLE_TIME);

        assertEquals(List.of(), finding.gaps());
        assertEquals(0, finding.checked());
    }

    @Test
    void countsAFreshNumberAsThere() {
        List<ReceivedSequence> both = Stream.concat(arrived(LONG_AGO, "1 4").stream(), arrived(NOW, "2 9").stream())
                .toList();

        Finding finding = GapPolicy.decide(0, both, NOW, SETTLE_TIME);

        assertEquals(List.of(new Gap(3, 3)), finding.gaps());
        assertEquals(4, finding.checked());
    }

    @Test
    void doesNotBelieveANumberThatIsAbsurdlyHigh() {
        Finding finding = GapPolicy.decide(7, arrived(LONG_AGO, "9 9000000000000000000"), NOW, SETTLE_TIME);

        assertEquals(List.of(new Gap(8, 8)), finding.gaps());
        assertEquals(9, finding.checked());
        assertEquals(9_000_000_000_000_000_000L, finding.absurd());
    }

    @Test
    void believesALongJumpBehindWhichTheServiceGoesOn() {
        long first = 8 + GapPolicy.LONGEST_JUMP;
        List<ReceivedSequence> numbers = LongStream.rangeClosed(first, first + GapPolicy.BELIEVED_AFTER)
                .mapToObj(number -> new ReceivedSequence(number, LONG_AGO))
                .toList();

        Finding finding = GapPolicy.decide(7, numbers, NOW, SETTLE_TIME);

        assertEquals(List.of(new Gap(8, first - 1)), finding.gaps());
        assertEquals(null, finding.absurd());
    }

    @Test
    void countsWhatArrivesInTheFutureAsLongAgo() {
        Finding finding = GapPolicy.decide(0, arrived(NOW.plusSeconds(61), "2"), NOW, SETTLE_TIME);

        assertEquals(List.of(new Gap(1, 1)), finding.gaps());
    }

    private static List<ReceivedSequence> arrived(Instant at, @Nullable String numbers) {
        return numbers(numbers).map(number -> new ReceivedSequence(number, at)).toList();
    }

    private static Stream<Long> numbers(@Nullable String text) {
        return text == null || text.isBlank()
                ? Stream.of()
                : Arrays.stream(text.strip().split(" ")).map(Long::valueOf);
    }

    private static List<Gap> gaps(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(", "))
                        .map(range -> range.split("-"))
                        .map(ends -> new Gap(Long.parseLong(ends[0]), Long.parseLong(ends[1])))
                        .toList();
    }
}
