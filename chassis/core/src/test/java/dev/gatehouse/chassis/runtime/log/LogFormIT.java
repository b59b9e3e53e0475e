package dev.gatehouse.chassis.runtime.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class LogFormIT {
    @Test
    void keepsClientsThatWentAwayOutOfTheLog() {
        // Given
        Logger streams = Logger.getLogger(GoneClients.WRITER);
        Listener listener = new Listener();
        streams.addHandler(listener);

        // When
        streams.log(Level.SEVERE, "left", new IOException("Broken pipe"));
        streams.log(Level.SEVERE, "broken", new IllegalStateException("a bug"));

        // Then
        streams.removeHandler(listener);
        assertEquals(List.of("broken"), listener.messages);
    }

    private static final class Listener extends Handler {
        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            messages.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
