package dev.gatehouse.chassis.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParseException;
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

    private static Throwable wrapped(Throwable cause) {
        return new IllegalStateException("wrapped", cause);
    }
}
