package dev.gatehouse.audit.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.mysqlclient.MySQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlRefusalTest {
    @ParameterizedTest(name = "{3}: {2}")
    @CsvSource({
        "1406, 22001, true, data too long",
        "3140, 22032, true, not JSON on MySQL",
        "4025, 23000, true, a check that fails on MariaDB",
        "3819, HY000, true, a check that fails on MySQL",
        "1366, HY000, true, not of the column's character set",
        "1411, HY000, true, refused by the function of a generated column",
        "1153, 08S01, true, a packet too large",
        "1205, HY000, false, a wait for a lock",
        "1213, 40001, false, a deadlock",
        "1146, 42S02, false, a table that is away",
        "1142, 42000, false, a right that is missing",
        "1053, 08S01, false, a server that shuts down"
    })
    void tellsRefusedDataFromADatabaseInTrouble(int code, String sqlState, boolean refusal, String what) {
        assertEquals(refusal, SqlRefusal.is(new MySQLException(what, code, sqlState)));
    }

    @Test
    void takesNothingElseForARefusal() {
        assertFalse(SqlRefusal.is(new IllegalStateException("Pool closed")));
    }
}
