package dev.gatehouse.chassis.runtime.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class LogIT {
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

    private static ExtLogRecord entry(Exception thrown) {
        ExtLogRecord entry = new ExtLogRecord(Level.ERROR, "left", LogIT.class.getName());
        entry.setLoggerName(HarmlessRecords.STREAMS);
        entry.setThrown(thrown);
        return entry;
    }
}
