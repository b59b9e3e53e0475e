package dev.gatehouse.localstack.gateway;

import dev.gatehouse.contracts.problem.ProblemType;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;
import java.util.UUID;

/** An answer that the gateway gives itself, in the suite's one form (RFC 9457). */
record GatewayProblem(ProblemType type, String detail) {
    private static final String RETRY_AFTER_SECONDS = "2";

    void answer(HttpServerResponse response) {
        response.setStatusCode(type.status());
        describe(response.headers());
        response.end(body()).onFailure(gone -> response.reset());
    }

    ProxyResponse instead(ProxyResponse response) {
        response.setStatusCode(type.status());
        response.headers().clear();
        describe(response.headers());
        return response.setBody(Body.body(body()));
    }

    private void describe(MultiMap headers) {
        headers.set("Content-Type", "application/problem+json")
                .set("Cache-Control", "no-store")
                .set("X-Content-Type-Options", "nosniff");
        if (type.status() == 503) {
            headers.set("Retry-After", RETRY_AFTER_SECONDS);
        }
    }

    private Buffer body() {
        return new JsonObject()
                .put("type", type.uri())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", detail)
                .put("traceId", UUID.randomUUID().toString().replace("-", ""))
                .toBuffer();
    }
}
