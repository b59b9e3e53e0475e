package dev.gatehouse.chassis.runtime.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParseException;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.formatters.StructuredFormatter.ExceptionOutputType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTest {
    private final Log log = Log.of(LogTest.class);
    private final Logger logger = Logger.getLogger(LogTest.class.getName());
    private final Listener listener = new Listener();
    private final HarmlessRecords filter = new HarmlessRecords();
    private final JsonFormatter form = new JsonFormatter("MDC=facts");

    @BeforeEach
    void listen() {
        form.setExceptionOutputType(ExceptionOutputType.FORMATTED);
        logger.setLevel(Level.INFO);
        logger.addHandler(listener);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(listener);
    }

    @Test
    void writesFactsAsFields() {
        // When
        UUID account = UUID.randomUUID();
        log.with("accountId", account).with("attempt", 3).warn("Mail 100%s not sent");

        // Then
        JsonObject line = new JsonObject(line());
        assertEquals("WARN", line.getString("level"));
        assertEquals("Mail 100%s not sent", line.getString("message"));
        assertEquals(LogTest.class.getName(), line.getString("loggerName"));
        assertEquals(account.toString(), line.getJsonObject("facts").getString("accountId"));
        assertEquals("3", line.getJsonObject("facts").getString("attempt"));
        assertFalse(line.containsKey("stackTrace"));
    }

    @Test
    void writesNothingBelowTheLevel() {
        log.debug("quiet");

        assertEquals(List.of(), listener.records);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\n{\"level\":\"INFO\"}",
                "\"},{\"message\":\"forged",
                "\u001b[31mred\u001b[0m",
                "left\u202etfel",
                "one\u2028two\u2029three",
                "nul\u0000",
                "lone\ud800surrogate"
            })
    void a22KeepsEveryTextOnOneHarmlessLine(String text) {
        // When
        log.with("reason", text).info(text);

        // Then
        String line = line();
        assertEquals(line.length() - 1, line.indexOf('\n'));
        assertTrue(line.chars().allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7F)), line);
        assertEquals("INFO", new JsonObject(line).getString("level"));
    }

    @Test
    void a22CutsWhatIsTooLong() {
        log.info("x".repeat(1_000_000));

        assertTrue(line().length() < 20_000);
    }

    @Test
    void writesAStackOnTheSameLineAndCutsIt() {
        // When
        log.error("Request failed", new IllegalStateException("line\nbreak", deep(2_000)));

        // Then
        String line = line();
        assertEquals(1, line.lines().count());
        assertTrue(new JsonObject(line).getString("stackTrace").contains("LogTest"));
        assertTrue(line.length() < 20_000, () -> "" + line.length());
    }

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
        assertFalse(filter.isLoggable(entry(HarmlessRecords.STREAMS, thrown)));
        assertTrue(filter.isLoggable(entry("another", thrown)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void logsEveryOtherFault(Exception thrown) {
        assertTrue(filter.isLoggable(entry(HarmlessRecords.STREAMS, thrown)));
    }

    @Test
    void logsWhatIsNoFault() {
        assertTrue(filter.isLoggable(entry(HarmlessRecords.STREAMS, null)));
    }

    private String line() {
        ExtLogRecord entry = listener.records.getFirst();
        assertTrue(filter.isLoggable(entry));
        return form.format(entry);
    }

    private static RuntimeException deep(int depth) {
        return depth == 0 ? new RuntimeException("bottom") : deep(depth - 1);
    }

    private static ExtLogRecord entry(String name, @Nullable Exception thrown) {
        ExtLogRecord entry = new ExtLogRecord(Level.ERROR, "Exception in SSE server handling", name);
        entry.setLoggerName(name);
        entry.setThrown(thrown);
        return entry;
    }

    private static final class Listener extends Handler {
        private final List<ExtLogRecord> records = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            records.add((ExtLogRecord) entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
