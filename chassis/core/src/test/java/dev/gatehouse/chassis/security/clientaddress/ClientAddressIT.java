package dev.gatehouse.chassis.security.clientaddress;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.ChassisProfile;
import dev.gatehouse.chassis.testkit.GatehouseStack;
import dev.gatehouse.chassis.testkit.RawHttp;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ChassisProfile.class)
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_chassis"))
class ClientAddressIT {
    private static final String PATH = "/api/v1/probe/address";

    @Test // A09
    void takesTheClientFromATrustedProxyWithAllHeaderLinesJoined() {
        String answer =
                from("127.0.0.1", "X-Forwarded-For: 198.51.100.1\r\nX-Forwarded-For: 203.0.113.7, 10.0.0.9\r\n");
        assertTrue(answer.contains("[\"203.0.113.7\""), answer);
    }

    @Test
    void cleansAndCutsTheUserAgent() {
        given().header("User-Agent", "Firefox\u0007 " + "x".repeat(600))
                .get(PATH)
                .then()
                .statusCode(200);
        String agent = given().header("User-Agent", "x".repeat(600)).get(PATH).path("[1]");
        assertEquals(512, agent.length());
        given().header("User-Agent", "").get(PATH).then().body("", contains("127.0.0.1", null));
    }

    @Test // A09
    void recordsAStrangersForwardingHeaderOnceAndBelievesItNever() {
        // When
        String first = from("127.0.0.5", "X-Forwarded-For: 203.0.113.7\r\n");
        String second = from("127.0.0.5", "Forwarded: for=203.0.113.8\r\n");

        // Then
        assertTrue(first.contains("[\"127.0.0.5\""), first);
        assertTrue(second.contains("[\"127.0.0.5\""), second);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            var records = StackEnds.topics().all(Topic.SECURITY_EVENTS, "127.0.0.5");
            assertEquals(1, records.size());
            String event = new String(records.getFirst().value(), StandardCharsets.UTF_8);
            assertTrue(event.contains("untrusted_peer") && event.contains("203.0.113.7"), event);
        });
    }

    private static String from(String address, String headers) {
        String request = "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
        return RawHttp.say(RestAssured.port, address, request);
    }
}
