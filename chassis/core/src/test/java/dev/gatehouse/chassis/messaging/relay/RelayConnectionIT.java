package dev.gatehouse.chassis.messaging.relay;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.database.connection.DatabaseConnections;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.TcpProxy;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Vertx;
import io.vertx.mysqlclient.MySQLConnectOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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

    @Test
    void tellsTheLeaderWhetherAnotherRelayStandsBy() {
        // Given
        RelayConnection leader = open("relay_alone");
        assertEquals(true, answer(leader.tryLock()));
        assertEquals(true, isAlone(leader));

        // When
        RelayConnection first = open("relay_alone");
        RelayConnection second = open("relay_alone");
        assertEquals(List.of(false, false), List.of(answer(first.tryLock()), answer(second.tryLock())));

        // Then
        assertEquals(false, isAlone(leader));
        answer(leader.close());
        await().atMost(PATIENCE).until(() -> answer(first.tryLock()));
        await().atMost(PATIENCE).until(() -> !answer(second.tryLock()) && !isAlone(first));
        answer(second.close());
        await().atMost(PATIENCE).until(() -> isAlone(first));
        answer(first.close());
    }

    private boolean isAlone(RelayConnection connection) {
        return answer(connection.next(1, Set.of(), new Obstacles())).isAlone();
    }

    private static <T> T answer(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    /** Locks are the server's, so a name of their own keeps the running relay out of it. */
    private RelayConnection open(String lockedFor) {
        return RelayConnection.open(
                        io.vertx.mutiny.core.Vertx.newInstance(vertx), ConnectionSettings.of(connections), lockedFor)
                .await()
                .atMost(PATIENCE);
    }

    private RelayConnection openThrough(TcpProxy cable) {
        MySQLConnectOptions options = ConnectionSettings.of(connections);
        options.setPort(cable.port());
        return RelayConnection.open(io.vertx.mutiny.core.Vertx.newInstance(vertx), options)
                .await()
                .atMost(PATIENCE);
    }
}
