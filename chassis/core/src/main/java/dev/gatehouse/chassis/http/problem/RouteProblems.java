package dev.gatehouse.chassis.http.problem;

import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.contracts.problem.ProblemType;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same problems for what happens outside of the endpoints. */
public final class RouteProblems {
    private static final Log LOG = Log.of(RouteProblems.class);

    private RouteProblems() {}

    /** Answers with a problem; the request ends here. */
    public static void answer(RoutingContext request, ProblemType type, String detail) {
        send(request, ProblemResponse.of(type, detail, List.of()));
    }

    /** Answers a request that a route has failed. */
    public static void failed(RoutingContext request) {
        if (request.response().ended() || request.response().headWritten()) {
            request.response().reset();
            return;
        }
        send(request, StatusProblems.body(request.statusCode()).orElseGet(() -> fault(request.failure())));
    }

    private static ProblemResponse fault(@Nullable Throwable failure) {
        LOG.error("Request failed outside of the endpoints", failure);
        return ProblemResponse.of(
                ProblemType.INTERNAL_ERROR,
                "It is logged. Give the trace id to the operator of this helpdesk.",
                List.of());
    }

    private static void send(RoutingContext request, ProblemResponse body) {
        String json = new JsonObject()
                .put("type", body.type())
                .put("title", body.title())
                .put("status", body.status())
                .put("detail", body.detail())
                .put("traceId", body.traceId())
                .encode();
        var sent = request.response()
                .setStatusCode(body.status())
                .putHeader("Content-Type", Problems.MEDIA_TYPE)
                .end(json);
        sent.onFailure(gone -> LOG.with("status", body.status()).debug("Client left before the answer"));
    }
}
