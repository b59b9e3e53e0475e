package dev.gatehouse.contracts.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?x=//",
                "/api/v1/sessions",
                "/api/v1/",
                "/api/v1/...",
                "/api/v1/.hidden",
                "/api/v1/a.b..c",
                "/admin/api/v1/accounts?q=%2e%2e//;x",
                "/admin/api/v1/accounts?kind=agent&q=a;b",
                "/admin/api/v1/ip-trust/addresses/2001:db8::1",
                "/admin/api/v1/ip-trust/addresses/2001%3Adb8%3A%3A1",
                "/.well-known/jwks.json",
                "/verify-ip/AbC_-09~",
                "/agent/api/v1/a%20b",
                "/api/v1/accounts/a%40b",
                "/api/v1/x!$&'()*+,=:@"
            })
    void acceptsPlainPaths(String target) {
        assertTrue(PlainPath.is(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "*",
                "admin",
                "http://evil.test/admin",
                "http://localhost:8080/api/v1/sessions",
                "//admin/api",
                "/admin//api",
                "/admin/api//",
                "/.",
                "/..",
                "/api/../admin",
                "/api/./admin",
                "/api/..",
                "/api/.",
                "/agent/api/v1/../../../admin/api/v1/accounts",
                "/admin;x=1/api",
                "/admin/api;/v1",
                "/agent;/api/v1/sessions",
                "/admin\\api",
                "/agent/api/v1\\..\\admin",
                "/api/%2e%2e/admin",
                "/api/%2E./admin",
                "/api/%2E%2E/x",
                "/api%2fadmin",
                "/agent/api/v1/ip-trust%2F../sessions",
                "/agent/api/v1/ip-trust%2f..%2fsessions",
                "/api%5cadmin",
                "/api%5Cadmin",
                "/api%3Bx",
                "/agent/api/v1/sessions%3bx",
                "/api%252e",
                "/%61dmin/api/v1/accounts",
                "/agent/api/v1/%69p-trust/settings",
                "/api/%30",
                "/api/%7e",
                "/api/%2d",
                "/api/%5f",
                "/api%00",
                "/api%0d%0aX: y",
                "/api%1f",
                "/api%7f",
                "/api%80",
                "/api%c0%ae",
                "/api%e4",
                "/api%",
                "/api%4",
                "/api%2",
                "/api%zz",
                "/api%4g",
                "/api%\uff14\uff10",
                "/api%2?x=f",
                "/api admin",
                "/api\u0000",
                "/\u00e4",
                "/api\tx",
                "/<script>",
                "/a|b",
                "/a^b",
                "/a`b",
                "/a{b}",
                "/a[b]",
                "/a\"b",
                "/a#b"
            })
    void refusesWhatTwoReadersReadDifferently(String target) {
        assertFalse(PlainPath.is(target));
    }

    @Test
    void decidesByTheWholeAlphabetOfEscapes() {
        StringBuilder accepted = new StringBuilder();
        for (int code = 0; code < 256; code++) {
            if (PlainPath.is("/a%%%02x".formatted(code))) {
                accepted.append((char) code);
            }
        }

        assertEquals(" !\"#$&'()*+,:<=>?@[]^`{|}", accepted.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "a", "%20", "/", "/%20", ".", "%"})
    void readsLongPathsOnce(String piece) {
        String target = "/" + piece.repeat(1_000_000) + "\u0000";

        assertFalse(assertTimeout(Duration.ofSeconds(2), () -> PlainPath.is(target)));
    }
}
