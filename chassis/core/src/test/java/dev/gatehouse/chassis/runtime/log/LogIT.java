package dev.gatehouse.chassis.runtime.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.database.DatabaseFailure;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Notes;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class LogIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Transactions transactions;

    @Inject
    Notes notes;

    @Test
    void filtersEveryRecordOfTheConsole() {
        List<Filter> filters = Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .map(Handler::getFilter)
                .toList();

        assertEquals(1, filters.size());
        assertFalse(filters.getFirst().isLoggable(entry(new IOException("Broken pipe"))));
        assertTrue(filters.getFirst().isLoggable(entry(new IllegalStateException("a bug"))));
    }

    /** Who asked for the statement says what its failure means; the library would write two lines for each conflict. */
    @Test
    void saysNothingOfItsOwnAboutARefusedStatement() {
        // Given
        String text = "twice " + UUID.randomUUID();
        transactions.run(() -> notes.insert(text)).await().atMost(PATIENCE);
        Logger root = Logger.getLogger("");
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        Handler listener = new Listener(lines);
        root.addHandler(listener);

        // When
        RuntimeException refused;
        try {
            refused = assertThrows(
                    RuntimeException.class,
                    () -> transactions.run(() -> notes.insert(text)).await().atMost(PATIENCE));
        } finally {
            root.removeHandler(listener);
        }

        // Then
        assertTrue(DatabaseFailure.isDuplicate(refused), refused::toString);
        assertEquals(
                List.of(),
                lines.stream().filter(line -> line.startsWith("org.hibernate")).toList());
    }

    private static ExtLogRecord entry(Exception thrown) {
        ExtLogRecord entry = new ExtLogRecord(Level.ERROR, "left", LogIT.class.getName());
        entry.setLoggerName(HarmlessRecords.STREAMS);
        entry.setThrown(thrown);
        return entry;
    }

    private static final class Listener extends Handler {
        private final Queue<String> lines;

        Listener(Queue<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getLoggerName() + ": " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
