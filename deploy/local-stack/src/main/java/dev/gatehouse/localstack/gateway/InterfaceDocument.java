package dev.gatehouse.localstack.gateway;

import dev.gatehouse.contracts.problem.ProblemType;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The OpenAPI document of the whole origin at {@code /openapi.json}, as it was when this program was built. */
record InterfaceDocument(Buffer json) {
    static InterfaceDocument load() {
        try (InputStream file = InterfaceDocument.class.getResourceAsStream("/openapi.json")) {
            return new InterfaceDocument(
                    Buffer.buffer(Objects.requireNonNull(file, "docs/openapi.json was not there when this was built")
                            .readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Allow", "GET, HEAD");
            new GatewayProblem(ProblemType.METHOD_NOT_ALLOWED, "This document can only be read.").answer(response);
            return;
        }
        response.putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-cache")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(json)
                .onFailure(gone -> response.reset());
    }
}
