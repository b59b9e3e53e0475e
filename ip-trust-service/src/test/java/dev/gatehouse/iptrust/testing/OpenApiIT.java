package dev.gatehouse.iptrust.testing;

import dev.gatehouse.chassis.testkit.OpenApiContract;
import dev.gatehouse.iptrust.IpTrustStack;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@IpTrustStack
class OpenApiIT extends OpenApiContract {
    @Override
    protected Map<String, String> open() {
        return Map.of(
                "GET /verify-ip/{token}", "200",
                "POST /verify-ip/{token}", "200 403 422");
    }

    @Override
    protected Map<String, String> withToken() {
        return Map.ofEntries(
                Map.entry("GET /admin/api/v1/ip-trust/settings", "200"),
                Map.entry("PUT /admin/api/v1/ip-trust/settings", "200 409 412 428"),
                Map.entry("GET /admin/api/v1/ip-trust/settings/confirm", "200"),
                Map.entry("POST /admin/api/v1/ip-trust/settings/confirm", "200 409"),
                Map.entry("POST /admin/api/v1/ip-trust/mail-proof", "202 429"),
                Map.entry("PUT /admin/api/v1/ip-trust/mail-proof", "204 409"),
                Map.entry("GET /admin/api/v1/ip-trust/networks", "200"),
                Map.entry("POST /admin/api/v1/ip-trust/networks", "201 409"),
                Map.entry("DELETE /admin/api/v1/ip-trust/networks/{id}", "204"),
                Map.entry("GET /admin/api/v1/ip-trust/trusted-addresses", "200"),
                Map.entry("DELETE /admin/api/v1/ip-trust/trusted-addresses/{id}", "204"),
                Map.entry("GET /agent/api/v1/ip-trust/trusted-addresses", "200"),
                Map.entry("DELETE /agent/api/v1/ip-trust/trusted-addresses/{id}", "204"),
                Map.entry("GET /admin/api/v1/ip-trust/verifications", "200"),
                Map.entry("GET /admin/api/v1/ip-trust/addresses/{ip}", "200"));
    }
}
