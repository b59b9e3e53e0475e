package dev.gatehouse.notification;

import dev.gatehouse.chassis.testkit.OpenApiContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@NotificationStack
class OpenApiIT extends OpenApiContract {
    @Override
    protected Map<String, String> open() {
        return Map.of();
    }

    @Override
    protected Map<String, String> withToken() {
        return Map.of(
                "GET /agent/api/v1/notifications", "200",
                "POST /agent/api/v1/notifications/{id}/read", "204",
                "POST /agent/api/v1/notifications/read-all", "204",
                "GET /agent/api/v1/notifications/stream", "200 429",
                "GET /agent/api/v1/notifications/preferences", "200",
                "PUT /agent/api/v1/notifications/preferences", "200 412 428",
                "GET /admin/api/v1/notifications/defaults", "200",
                "PUT /admin/api/v1/notifications/defaults", "200 412 428",
                "GET /admin/api/v1/notifications/deliveries", "200",
                "POST /admin/api/v1/notifications/deliveries/{id}/retry", "204 409");
    }
}
