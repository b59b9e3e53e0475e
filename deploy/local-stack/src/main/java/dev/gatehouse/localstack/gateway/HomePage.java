package dev.gatehouse.localstack.gateway;

import dev.gatehouse.contracts.problem.ProblemType;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** The page at {@code /}: says what runs here and links to the mailbox. */
record HomePage(String mailbox) {
    private static final String HTML = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Gatehouse</title></head>
            <body>
            <h1>Gatehouse</h1>
            <p>Login security for helpdesks. This is the local stack: four services behind one origin, for one machine.</p>
            <p>There is no user interface here; a helpdesk brings its own. The APIs begin with <code>/api/v1</code> (users),
            <code>/agent/api/v1</code> (agents) and <code>/admin/api/v1</code> (administrators).</p>
            <p><a href="{mailbox}">Mailbox</a>: every mail that the services send.</p>
            <p>Play a login from a new address: <code>./gatehouse demo</code></p>
            </body>
            </html>
            """;

    void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Allow", "GET, HEAD");
            new GatewayProblem(ProblemType.METHOD_NOT_ALLOWED, "This page can only be read.").answer(response);
            return;
        }
        response.putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(HTML.replace("{mailbox}", mailbox))
                .onFailure(gone -> response.reset());
    }
}
