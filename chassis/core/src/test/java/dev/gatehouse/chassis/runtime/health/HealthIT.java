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
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class HealthIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String BROKER = "checks.find { it.name == 'broker' }.";

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

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

    private ValidatableResponse ready() {
        return given().port(managementPort).get("/q/health/ready").then().statusCode(200);
    }
}
