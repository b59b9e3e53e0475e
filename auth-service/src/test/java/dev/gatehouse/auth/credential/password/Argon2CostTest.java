package dev.gatehouse.auth.credential.password;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("L8: a hash of an earlier cost takes no less time than that of an unknown account")
class Argon2CostTest {
    private static final int PASSES_OF_ONE_UNIT = 1;

    @ParameterizedTest
    @CsvSource({"19456, 2, 47104, 1", "19456, 2, 47104, 2", "19456, 2, 19456, 3", "19456, 2, 65536, 3"})
    void addsWhatIsMissing(int memory, int passes, int todaysMemory, int todaysPasses) {
        // Given
        Argon2Cost stored = new Argon2Cost(memory, passes, 1);
        Argon2Cost today = new Argon2Cost(todaysMemory, todaysPasses, 1);

        // When
        Argon2Cost missing = stored.missingTo(today).orElseThrow();

        // Then
        assertEquals(work(today), work(stored) + work(missing), today.iterations() * PASSES_OF_ONE_UNIT);
    }

    @ParameterizedTest
    @CsvSource({"19456, 2", "47104, 1", "47104, 2"})
    void addsNothingToTodaysCostOrMore(int memory, int passes) {
        assertEquals(Optional.empty(), new Argon2Cost(memory, passes, 1).missingTo(Argon2Cost.FLOOR));
    }

    private static double work(Argon2Cost cost) {
        return (double) cost.memoryKib() * cost.iterations();
    }
}
