package dev.gatehouse.chassis.messaging.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.database.DatabaseConnections;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.TcpProxy;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.MySQLConnectOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class RelayConnectionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    Vertx vertx;

    @Inject
    DatabaseConnections connections;

    @Test
    void isClosedInTimeAlsoWhenTheDatabaseNeverAnswers() {
        try (TcpProxy cable = TcpProxy.to(StackEnds.databasePort())) {
            // Given
            RelayConnection connection = openThrough(cable);
            cable.silence();
            UniAssertSubscriber<Boolean> asked =
                    connection.tryLock().subscribe().withSubscriber(UniAssertSubscriber.create());

            // When
            UniAssertSubscriber<Void> closed =
                    connection.close().subscribe().withSubscriber(UniAssertSubscriber.create());

            // Then
            closed.awaitFailure(PATIENCE).assertFailedWith(TimeoutException.class);
            assertEquals(null, asked.getItem());
        }
    }

    private RelayConnection openThrough(TcpProxy cable) {
        MySQLConnectOptions options = ConnectionSettings.of(connections);
        options.setPort(cable.port());
        return RelayConnection.open(io.vertx.mutiny.core.Vertx.newInstance(vertx), options)
                .await()
                .atMost(PATIENCE);
    }
}
