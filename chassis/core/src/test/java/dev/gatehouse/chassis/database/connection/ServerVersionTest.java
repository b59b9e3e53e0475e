package dev.gatehouse.chassis.database.connection;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerVersionTest {
    @ParameterizedTest
    @CsvSource({"MySQL, 8, 4", "MySQL, 9, 7", "MariaDB, 10, 11", "MariaDB, 11, 4", "MariaDB, 12, 0"})
    void acceptsWhatIsSupported(String product, int major, int minor) {
        assertDoesNotThrow(() -> new ServerVersion(product, major, minor).requireSupported());
    }

    @ParameterizedTest
    @CsvSource({"MySQL, 5, 7", "MySQL, 8, 0", "MariaDB, 10, 6", "PostgreSQL, 18, 0"})
    void refusesOthersAndSaysWhichAreSupported(String product, int major, int minor) {
        // When
        RefusedSetting refusal =
                assertThrows(RefusedSetting.class, () -> new ServerVersion(product, major, minor).requireSupported());

        // Then
        assertEquals(
                "The database server is " + product + " " + major + "." + minor
                        + "; Gatehouse needs MySQL 8.4 or newer, or MariaDB 10.11 or newer",
                refusal.getMessage());
    }
}
