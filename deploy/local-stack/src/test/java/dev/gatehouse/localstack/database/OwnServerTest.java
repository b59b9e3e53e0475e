package dev.gatehouse.localstack.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnServerTest {
    @ParameterizedTest
    @CsvSource({
        "mysql://root:secret@127.0.0.1:3306, 127.0.0.1, 3306",
        "mariadb://root:secret@db.example.test:3307, db.example.test, 3307",
        "mysql://root:secret@db.example.test, db.example.test, 3306"
    })
    void readsWhereItListens(String url, String host, int port) {
        // When
        DatabaseAddress address =
                OwnServer.namedIn(Map.of(OwnServer.SETTING, url)).orElseThrow().address();

        // Then
        assertEquals(new DatabaseAddress(host, port), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://root:secret@127.0.0.1:5432",
                "mysql://127.0.0.1:3306",
                "mysql://root@127.0.0.1:3306",
                "root:secret@127.0.0.1"
            })
    void saysHowTheSettingMustLook(String url) {
        // When
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> OwnServer.namedIn(Map.of(OwnServer.SETTING, url)));

        // Then
        assertTrue(String.valueOf(refusal.getMessage()).contains("mysql://user:password@host:port"));
    }

    @Test
    void saysWhichEncryptionsThereAre() {
        assertThrows(
                IllegalArgumentException.class,
                () -> OwnServer.namedIn(
                        Map.of(OwnServer.SETTING, "mysql://root:secret@db:3306", "GATEHOUSE_DB_TLS", "maybe")));
    }

    @Test
    void isAbsentWhereNothingIsSet() {
        assertEquals(Optional.empty(), OwnServer.namedIn(Map.of(OwnServer.SETTING, " ")));
    }
}
