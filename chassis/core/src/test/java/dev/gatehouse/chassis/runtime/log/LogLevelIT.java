package dev.gatehouse.chassis.runtime.log;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.FaultsProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an operator can make a service say who turns on all there is. Frameworks write headers, bodies, bound values and
 * mails at these levels, and with them passwords and tokens.
 */
@QuarkusTest
@TestProfile(FaultsProfile.class)
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
}
