package dev.gatehouse.chassis.runtime.health;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.Broker;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class HealthIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONGER_THAN_IT_IS_REMEMBERED = Duration.ofSeconds(2);
    private static final String BROKER = "checks.find { it.name == 'broker' }.";

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Inject
    Config config;

    @Inject
    Pool pool;

    @Test
    void isReadyWithItsDatabaseAndReportsAnOutageOfTheBrokerWithoutLeavingRotation() {
        // Given
        Broker broker = StackEnds.broker();
        await().atMost(PATIENCE).untilAsserted(() -> ready().body(BROKER + "data.state", equalTo("ok")));

        // When
        broker.pause();
        try {
            await().atMost(PATIENCE).untilAsserted(() -> ready().body(BROKER + "data.state", equalTo("degraded")));
            ready().body(BROKER + "status", equalTo("UP"))
                    .body(BROKER + "data.since", notNullValue())
                    .body("checks.find { it.name == 'database' }.status", equalTo("UP"));
        } finally {
            broker.resume();
        }

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> ready().body(BROKER + "data.state", equalTo("ok")));
    }

    /** B15: a rush of requests takes no replica out of rotation. */
    @Test
    void isReadyWhileAllConnectionsOfThePoolAreInUse() {
        // Given
        List<SqlConnection> inUse = Stream.generate(pool::getConnection)
                .limit(config.getValue("gatehouse.db.pool-size", Integer.class))
                .map(connection -> connection.await().atMost(PATIENCE))
                .toList();

        // Then
        try {
            await().during(LONGER_THAN_IT_IS_REMEMBERED).atMost(PATIENCE).untilAsserted(() -> ready().body(
                            "checks.find { it.name == 'database' }.status", equalTo("UP")));
        } finally {
            inUse.forEach(connection -> connection.close().await().atMost(PATIENCE));
        }
    }

    private ValidatableResponse ready() {
        return given().port(managementPort).get("/q/health/ready").then().statusCode(200);
    }
}
