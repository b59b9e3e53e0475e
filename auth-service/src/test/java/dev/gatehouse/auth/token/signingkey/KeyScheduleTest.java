package dev.gatehouse.auth.token.signingkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.token.signingkey.KeySchedule.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final KeySchedule SCHEDULE =
            new KeySchedule(Duration.ofDays(30), Duration.ofHours(1), Duration.ofHours(2));
    private static final Turn FIRST = new Turn(1, START);
    private static final Turn SECOND = new Turn(2, START.plus(Duration.ofDays(30)));

    @Test
    void theVeryFirstKeySignsAtOnce() {
        assertEquals(Optional.of(FIRST), SCHEDULE.due(List.of(), START));
    }

    @Test
    void theNextKeyIsCreatedAnHourBeforeItSigns() {
        // Given
        Instant takesOver = SECOND.signsFrom();

        // Then
        assertTrue(SCHEDULE.due(List.of(FIRST), takesOver.minusSeconds(3601)).isEmpty());
        assertEquals(Optional.of(SECOND), SCHEDULE.due(List.of(FIRST), takesOver.minusSeconds(3600)));
    }

    @Test
    void aKeyIsPublishedBeforeItSignsAfterALongPause() {
        // Given
        Instant late = START.plus(Duration.ofDays(90));

        // When
        Optional<Turn> due = SCHEDULE.due(List.of(FIRST), late);

        // Then
        assertEquals(Optional.of(new Turn(2, late.plus(Duration.ofHours(1)))), due);
        assertEquals(Optional.of(FIRST), SCHEDULE.signing(List.of(FIRST, due.orElseThrow()), late));
    }

    @Test
    void noSecondSuccessorIsCreatedWhileOneIsPublished() {
        assertTrue(SCHEDULE.due(List.of(FIRST, SECOND), SECOND.signsFrom().minusSeconds(1))
                .isEmpty());
    }

    @Test
    void theSuccessorTakesOverAtItsTime() {
        // Given
        List<Turn> both = List.of(FIRST, SECOND);

        // Then
        assertEquals(
                Optional.of(FIRST), SCHEDULE.signing(both, SECOND.signsFrom().minusMillis(1)));
        assertEquals(Optional.of(SECOND), SCHEDULE.signing(both, SECOND.signsFrom()));
    }

    @Test
    void theOldKeyStaysPublishedAfterwards() {
        // Given
        List<Turn> both = List.of(FIRST, SECOND);
        Instant end = SECOND.signsFrom().plus(Duration.ofHours(2));

        // Then
        assertFalse(SCHEDULE.over(FIRST, both, end.minusMillis(1)));
        assertTrue(SCHEDULE.over(FIRST, both, end));
        assertFalse(SCHEDULE.over(SECOND, both, end.plus(Duration.ofDays(365))));
    }
}
