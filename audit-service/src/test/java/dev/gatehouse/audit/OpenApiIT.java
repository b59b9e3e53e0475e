package dev.gatehouse.audit;

import dev.gatehouse.chassis.testkit.OpenApiContract;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@RealStack
class OpenApiIT extends OpenApiContract {
    @Override
    protected Map<String, String> open() {
        return Map.of();
    }

    @Override
    protected Map<String, String> withToken() {
        return Map.of(
                "GET /admin/api/v1/audit/events", "200",
                "GET /admin/api/v1/audit/events/{id}", "200");
    }
}
