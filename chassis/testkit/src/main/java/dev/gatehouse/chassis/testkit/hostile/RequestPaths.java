package dev.gatehouse.chassis.testkit.hostile;

import java.util.stream.Stream;

/**
 * Request targets that gateway and services must decide alike: where two readers read a path differently, the fence of
 * one does not protect what the other serves.
 */
public final class RequestPaths {
    private RequestPaths() {}

    /** Not in plain form. */
    public static Stream<String> refused() {
        return Stream.of(
                "/%61dmin/api/v1/accounts",
                "/a%64min/api/v1/accounts",
                "/agent/api/v1/%69p-trust/settings",
                "/admin%2fapi/v1/accounts",
                "/api%2F..%2Fadmin/api/v1/accounts",
                "/api/%2e%2e/admin/api/v1/accounts",
                "/api/../admin/api/v1/accounts",
                "/api/./v1",
                "/api//v1/sessions",
                "//admin/api/v1/accounts",
                "/admin;x=1/api/v1/accounts",
                "/admin\\api",
                "/api%5cadmin",
                "/api/%252e%252e/admin",
                "/api%00/v1",
                "/api/v1/%c0%ae%c0%ae/admin",
                "/api/v1/<script>",
                "/%2561dmin/api/v1",
                "/api/v1/" + "%2e".repeat(600),
                "/api/v1/" + "a".repeat(2_000) + "%61");
    }

    /** Plain, and not the path of anything. */
    public static Stream<String> unknown() {
        return Stream.of(
                "/nothing",
                "/Admin/api/v1/accounts",
                "/administrator/api/v1/accounts",
                "/q/metrics",
                "/admin%20/api/v1/accounts",
                "/.git/config",
                "/actuator",
                "/api/v1/" + "a".repeat(1_100),
                "/verify-ip/" + "a".repeat(3_900),
                "/admin/api/v1/" + "%20".repeat(1_000));
    }
}
