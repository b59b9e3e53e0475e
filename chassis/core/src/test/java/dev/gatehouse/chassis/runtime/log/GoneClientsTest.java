package dev.gatehouse.chassis.runtime.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoneClientsTest {
    private final GoneClients filter = new GoneClients();

    static Stream<Exception> lostConnections() {
        return Stream.of(
                new IOException("Broken pipe"),
                new SocketException("Connection reset"),
                new ClosedChannelException(),
                new HttpClosedException("Connection was closed"));
    }

    static Stream<Exception> faults() {
        return Stream.of(new JsonParseException(null, "no JSON"), new IllegalStateException("a bug"));
    }

    @ParameterizedTest
    @MethodSource("lostConnections")
    void saysNothingOfAClientThatWentAway(Exception thrown) {
        assertEquals(false, filter.isLoggable(entry(thrown)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void logsEveryOtherFault(Exception thrown) {
        assertEquals(true, filter.isLoggable(entry(thrown)));
    }

    @Test
    void logsWhatIsNoFault() {
        assertEquals(true, filter.isLoggable(entry(null)));
    }

    private static LogRecord entry(@Nullable Exception thrown) {
        LogRecord entry = new LogRecord(Level.SEVERE, "Exception in SSE server handling");
        entry.setThrown(thrown);
        return entry;
    }
}
