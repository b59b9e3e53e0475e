package dev.gatehouse.chassis.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParseException;
import dev.gatehouse.chassis.database.DatabaseFailure.Kind;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.mysqlclient.MySQLException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseFailureTest {
    @ParameterizedTest
    @CsvSource({
        "1213,40001,true,true", // deadlock
        "1205,HY000,true,true", // lock wait timeout
        "1040,08004,false,true", // too many connections
        "1053,08S01,false,true", // shutting down
        "1062,23000,false,false", // duplicate key
        "1406,22001,false,false", // too long
        "4025,23000,false,false" // check constraint
    })
    void tellsByTheCodeWhetherItGoesAway(int code, String state, boolean contention, boolean transientOne) {
        Throwable failure = wrapped(new MySQLException("planned", code, state));
        assertEquals(contention, DatabaseFailure.isContention(failure));
        assertEquals(transientOne, DatabaseFailure.isTransient(failure));
    }

    @ParameterizedTest
    @MethodSource
    void waitsForAConnection(Throwable failure) {
        assertTrue(DatabaseFailure.isTransient(wrapped(failure)));
    }

    static Stream<Throwable> waitsForAConnection() {
        return Stream.of(
                ClosedConnectionException.INSTANCE,
                new ConnectException("refused"),
                new TimeoutException("too late"),
                new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"));
    }

    @Test
    void doesNotWaitForAProgrammingError() {
        assertFalse(DatabaseFailure.isTransient(new IllegalStateException("Timeout, says a bug")));
    }

    @Test
    void doesNotWaitForAColumnThatCannotBeRead() {
        assertFalse(DatabaseFailure.isTransient(wrapped(new JsonParseException("not JSON"))));
    }

    @ParameterizedTest
    @CsvSource({
        "1062, 23000, UNEXPLAINED, another transaction was first",
        "1406, 22001, REFUSED, too long",
        "3140, 22032, REFUSED, not JSON on MySQL",
        "4025, 23000, REFUSED, a check that fails on MariaDB",
        "3819, HY000, REFUSED, a check that fails on MySQL",
        "1366, HY000, REFUSED, not of the column's character set",
        "1411, HY000, REFUSED, refused by the function of a generated column",
        "1153, 08S01, REFUSED, a packet too large",
        "1205, HY000, PASSING, a wait for a lock",
        "1213, 40001, PASSING, a deadlock",
        "1114, HY000, PASSING, a full table",
        "1146, 42S02, PASSING, a table that is away",
        "1142, 42000, PASSING, a right that is missing",
        "1030, HY000, PASSING, error 28 from the storage engine",
        "1045, 28000, PASSING, access denied after the password was rotated",
        "1044, 42000, PASSING, no right on the database",
        "1049, 42000, PASSING, the database is not there yet",
        "1054, 42S22, PASSING, the column is not there yet",
        "1129, HY000, PASSING, the host is blocked",
        "1223, HY000, PASSING, a global read lock",
        "1290, HY000, PASSING, a read-only server",
        "1792, 25006, PASSING, a read-only transaction",
        "1461, 42000, PASSING, too many prepared statements",
        "3101, HY000, PASSING, the group refused the transaction",
        "1047, 08S01, PASSING, the node is not ready",
        "3024, HY000, PASSING, the statement took too long",
        "1053, 08S01, PASSING, a server that shuts down"
    })
    void waitsUnlessTheDataIsRefused(int code, String state, Kind kind, String what) {
        assertEquals(kind, DatabaseFailure.kind(wrapped(new MySQLException(what, code, state))));
    }

    @Test
    void waitsForARepairAlthoughTheDataWasRefused() {
        MySQLException taken = new MySQLException("Duplicate entry '7' for key 'PRIMARY'", 1062, "23000");
        assertEquals(Kind.PASSING, DatabaseFailure.kind(new AwaitsRepair("the head is behind", taken)));
    }

    @Test
    void explainsNoFaultOfTheProgram() {
        assertEquals(Kind.UNEXPLAINED, DatabaseFailure.kind(new IllegalStateException("Timeout, says a bug")));
    }

    private static Throwable wrapped(Throwable cause) {
        return new IllegalStateException("wrapped", cause);
    }
}
