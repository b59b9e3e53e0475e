package dev.gatehouse.chassis.runtime.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Arrays;
import java.util.List;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class LogIT {
    @Test
    void makesEveryRecordOfTheConsoleHarmless() {
        List<Boolean> filtered = Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .map(handler -> handler.getFilter() instanceof HarmlessRecords)
                .toList();

        assertEquals(List.of(true), filtered);
    }
}
