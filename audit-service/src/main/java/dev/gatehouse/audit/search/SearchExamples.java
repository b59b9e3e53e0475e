package dev.gatehouse.audit.search;

/** Examples for the OpenAPI document. */
final class SearchExamples {
    static final String ACCOUNT = "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b";
    static final String SESSION = "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c";

    private static final String FIELDS = """
            "id": "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2d", "index": 41, "type": "login.succeeded",
            "time": "2026-11-01T08:30:00.000Z", "service": "auth-service",
            "actor": {"id": "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b", "kind": "agent"},
            "accountId": "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b", "outcome": "success", "reason": null,
            "ip": "203.0.113.7", "hostname": "host.example.com", "userAgent": "Mozilla/5.0",
            "sessionId": "0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2c", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
            "data": {"audience": "agent"}""";

    static final String EVENT = "{" + FIELDS + ", \"receivedAt\": \"2026-11-01T08:30:00.042Z\", \"sequence\": 17}";
    static final String PAGE = "{\"items\": [{" + FIELDS + "}], \"nextCursor\": null}";

    private SearchExamples() {}
}
