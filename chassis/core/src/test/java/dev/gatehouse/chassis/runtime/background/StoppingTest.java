package dev.gatehouse.chassis.runtime.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StoppingTest {
    private final Stopping stopping = new Stopping(() -> Duration.ZERO);

    @Test
    @DisplayName("B12: long work is told that it must end, and sees why")
    void tellsEverybodyWhoListens() {
        List<Boolean> told = new ArrayList<>();
        stopping.listen(() -> told.add(stopping.begun()));
        stopping.listen(() -> told.add(stopping.begun()));

        stopping.begin();

        assertEquals(List.of(true, true), told);
        assertTrue(stopping.begun());
    }

    @Test
    void hasNotBegunBefore() {
        assertFalse(stopping.begun());
    }
}
