package dev.gatehouse.chassis.http.edge;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/sessions",
                "/admin/api/v1/accounts?q=%2e%2e//;x",
                "/admin/api/v1/ip-trust/addresses/2001:db8::1",
                "/admin/api/v1/ip-trust/addresses/2001%3Adb8%3A%3A1",
                "/.well-known/jwks.json",
                "/verify-ip/AbC_-09",
                "/agent/api/v1/a%20b"
            })
    void letsPlainPathsIn(String target) {
        assertTrue(PlainPath.is(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "admin",
                "http://evil.test/admin",
                "//admin/api",
                "/admin//api",
                "/api/../admin",
                "/api/./admin",
                "/api/..",
                "/api/.",
                "/admin;x=1/api",
                "/admin/api;/v1",
                "/admin\\api",
                "/api/%2e%2e/admin",
                "/api/%2E./admin",
                "/api%2fadmin",
                "/api%5cadmin",
                "/api%5Cadmin",
                "/api%3Bx",
                "/api%252e",
                "/api%00",
                "/api%0d%0aX: y",
                "/api%7f",
                "/api%c0%ae",
                "/api%zz",
                "/api%2",
                "/api admin",
                "/api\u0000",
                "/\u00e4",
                "/api\tx",
                "/<script>",
                "/a|b",
                "/a#b"
            })
    void refusesWhatTwoReadersReadDifferently(String target) {
        assertFalse(PlainPath.is(target));
    }
}
