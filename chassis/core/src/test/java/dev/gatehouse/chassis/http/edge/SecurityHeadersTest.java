package dev.gatehouse.chassis.http.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.MultiMap;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {
    @Test
    void demandsHttpsOnlyWhereTheOriginHasIt() {
        assertEquals(
                "max-age=63072000; includeSubDomains",
                complete("https://desk.example.com").get("Strict-Transport-Security"));
        assertFalse(complete("http://localhost:8080").contains("Strict-Transport-Security"));
    }

    @Test
    void leavesACacheRuleThatAnEndpointSet() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().set("Cache-Control", "public, max-age=300");
        new SecurityHeaders(URI.create("http://localhost:8080")).complete(headers);
        assertEquals("public, max-age=300", headers.get("Cache-Control"));
    }

    private static MultiMap complete(String origin) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        new SecurityHeaders(URI.create(origin)).complete(headers);
        return headers;
    }
}
