package dev.gatehouse.chassis.runtime.log;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an operator can make a service say. Frameworks write headers, bodies, bound values and mails at these levels,
 * and with them passwords and tokens.
 */
@QuarkusTest
@TestProfile(LogLevelIT.EverythingTurnedOn.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class LogLevelIT {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.netty",
                "io.netty.handler.logging.LoggingHandler",
                "io.quarkus",
                "io.quarkus.mailer",
                "io.quarkus.vertx.http.runtime",
                "io.smallrye",
                "io.vertx",
                "io.vertx.ext.mail",
                "org.apache.kafka",
                "org.hibernate",
                "org.hibernate.SQL",
                "org.hibernate.orm.jdbc.bind",
                "org.jboss.resteasy.reactive",
                "org.jose4j",
                "anything.else"
            })
    void noFrameworkSaysMoreThanWhatHappened(String category) {
        assertFalse(Logger.getLogger(category).isLoggable(Level.DEBUG));
        assertFalse(Logger.getLogger(category).isLoggable(Level.TRACE));
    }

    @Test
    void ownClassesSayWhatHelpsToFindAFault() {
        assertTrue(Logger.getLogger("dev.gatehouse.chassis").isLoggable(Level.DEBUG));
    }

    /** Whoever looks for a fault turns on all there is. */
    public static final class EverythingTurnedOn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new TreeMap<>(new ChassisProfile().getConfigOverrides());
            settings.put("quarkus.log.level", "TRACE");
            Stream.of("io.netty", "io.quarkus", "io.vertx", "org.apache.kafka", "org.hibernate", "dev.gatehouse")
                    .forEach(name -> settings.put("quarkus.log.category.\"" + name + "\".level", "TRACE"));
            return settings;
        }
    }
}
