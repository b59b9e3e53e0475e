package dev.gatehouse.iptrust.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.testing.GatehouseStack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = GatehouseStack.class, initArgs = @ResourceArg(name = "schema", value = "gatehouse_ip_trust"))
@WithTestResource(Surroundings.class)
class OpenApiTest {
    private static final Set<String> PATHS = Set.of(
            "/admin/api/v1/ip-trust/settings",
            "/admin/api/v1/ip-trust/settings/confirm",
            "/admin/api/v1/ip-trust/mail-proof",
            "/admin/api/v1/ip-trust/networks",
            "/admin/api/v1/ip-trust/networks/{id}",
            "/admin/api/v1/ip-trust/trusted-addresses",
            "/admin/api/v1/ip-trust/trusted-addresses/{id}",
            "/agent/api/v1/ip-trust/trusted-addresses",
            "/agent/api/v1/ip-trust/trusted-addresses/{id}",
            "/admin/api/v1/ip-trust/verifications",
            "/admin/api/v1/ip-trust/addresses/{ip}",
            "/verify-ip/{token}");

    @TestHTTPResource(value = "/q/openapi?format=json", management = true)
    URI document;

    @Test
    void describesEveryEndpointWithASummary() {
        JsonPath openApi =
                RestAssured.get(document).then().statusCode(200).extract().jsonPath();

        assertTrue(openApi.getString("openapi").startsWith("3.1"));
        Map<String, Map<String, Map<String, Object>>> paths = openApi.getMap("paths");
        assertEquals(PATHS, paths.keySet());
        paths.forEach((path, operations) -> operations.values().stream()
                .filter(Map.class::isInstance)
                .forEach(operation -> assertTrue(operation.containsKey("summary"), path)));
    }
}
