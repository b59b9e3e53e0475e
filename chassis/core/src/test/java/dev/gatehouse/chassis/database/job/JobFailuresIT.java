package dev.gatehouse.chassis.database.job;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mysqlclient.MySQLException;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class JobFailuresIT {
    private final Logger root = Logger.getLogger("");
    private final Lines lines = new Lines();

    @Inject
    FailingJob job;

    @BeforeEach
    void listen() {
        root.addHandler(lines);
    }

    @AfterEach
    void leave() {
        job.failWith(null);
        root.removeHandler(lines);
    }

    @Test
    @DisplayName(
            "C: while the database is away, a scheduled job writes one line without a stack trace, and one after it")
    void isOneLinePerOutage() {
        // When
        job.failWith(new MySQLException("full", 1114, "HY000"));
        await().until(() -> job.rounds() >= 3);
        job.failWith(null);
        await().until(() -> job.rounds() >= 2);

        // Then
        assertEquals(
                List.of(
                        "A scheduled job cannot reach the database, trying again until it is back",
                        "A scheduled job works again"),
                lines.records.stream().map(LogRecord::getMessage).toList());
        assertTrue(lines.records.stream().allMatch(line -> line.getThrown() == null));
    }

    @Test
    void aFaultIsAnErrorWithItsCause() {
        // When
        IllegalStateException fault = new IllegalStateException("a fault");
        job.failWith(fault);
        await().until(() -> !lines.records.isEmpty());

        // Then
        LogRecord line = lines.records.getFirst();
        assertEquals(Level.ERROR, line.getLevel());
        assertEquals(fault, line.getThrown());
    }

    /** The lines of the job and of the scheduler. */
    private static final class Lines extends Handler {
        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getLoggerName().startsWith("io.quarkus.scheduler")
                    || line.getLoggerName().startsWith(JobFailures.class.getPackageName())) {
                records.add(line);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
