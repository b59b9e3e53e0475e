package dev.gatehouse.auth.identity.administration;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The description of the endpoint promises that a key is kept for a day. */
@QuarkusTest
@AuthStack
class IdempotencyKeysIT {
    @Inject
    Admins admins;

    @Inject
    IdempotencyCleanupJob cleanup;

    private final UUID admin = UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @Test
    void aKeyIsKeptForADay() {
        // Given
        Map<String, String> body =
                Map.of("email", UUID.randomUUID() + "@helpdesk.test", "displayName", "Ada", "kind", "agent");
        String id = create(body).then().statusCode(201).extract().path("id");

        // When
        isOld("23:59:00");

        // Then
        create(body).then().statusCode(201).body("id", equalTo(id));

        // When
        isOld("24:01:00");

        // Then
        create(body).then().statusCode(409).body("type", equalTo("urn:gatehouse:problem:email-taken"));
    }

    private Response create(Map<String, String> body) {
        return admins.as(admin).header("Idempotency-Key", key).body(body).post("/admin/api/v1/accounts");
    }

    private void isOld(String age) {
        assertEquals(
                1,
                StackEnds.database(AuthStack.SCHEMA)
                        .update(
                                "UPDATE idempotency_key SET created_at = UTC_TIMESTAMP(3) - INTERVAL ? HOUR_SECOND"
                                        + " WHERE caller_id = ?",
                                age,
                                UuidBytes.bytes(admin)));
        cleanup.run().await().atMost(Duration.ofSeconds(10));
    }
}
