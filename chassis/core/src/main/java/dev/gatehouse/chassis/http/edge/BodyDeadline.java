package dev.gatehouse.chassis.http.edge;

import dev.gatehouse.chassis.http.problem.RouteProblems;
import dev.gatehouse.contracts.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Ends a request whose body does not arrive in time, and its connection: 408 (RFC 9110, section 15.5.9).
 *
 * <p>The idle limit of the connection does not: every byte prolongs it, and JSON allows any amount of white space. Long
 * polls and streams have no body and are not concerned.
 */
@ApplicationScoped
class BodyDeadline {
    private final Duration deadline;

    BodyDeadline(HttpConfig config) {
        this.deadline = config.bodyDeadline();
    }

    void begin(RoutingContext request) {
        if (!announcesBody(request.request())) {
            return;
        }
        long timer = request.vertx().setTimer(deadline.toMillis(), due -> endUnlessComplete(request));
        request.addEndHandler(ended -> request.vertx().cancelTimer(timer));
    }

    private static boolean announcesBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return (length != null && !length.equals("0")) || request.getHeader("Transfer-Encoding") != null;
    }

    private static void endUnlessComplete(RoutingContext request) {
        if (request.request().isEnded()
                || request.response().ended()
                || request.response().headWritten()) {
            return;
        }
        request.response().putHeader("Connection", "close");
        request.addEndHandler(answered -> request.request().connection().close());
        RouteProblems.answer(request, ProblemType.REQUEST_TIMEOUT, "The body did not arrive in time; send it again.");
    }
}
