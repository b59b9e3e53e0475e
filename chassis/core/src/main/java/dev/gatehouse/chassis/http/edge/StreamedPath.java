package dev.gatehouse.chassis.http.edge;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.vertx.MultiHelper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * A bean that names a path whose body is read while it arrives. Neither the limit of the size of a body nor the
 * deadline for its last byte holds there; whoever reads it bounds what is kept of it, and the idle limit of the
 * connection bounds how long it may be silent.
 */
public interface StreamedPath {
    /** The path, whole. */
    String path();

    /** The body of this request, as fast as it is asked for; it ends with a failure when the client goes away. */
    static Multi<Buffer> read(HttpServerRequest request) {
        return Multi.createFrom().deferred(() -> {
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                request.response().writeContinue();
            }
            return MultiHelper.toMulti(request);
        });
    }

    /**
     * Lets the body pass the size check of the framework, which looks at this header only; and closes the connection of
     * a client whose request was answered before its end, because the rest would be read for nothing.
     */
    static void begin(RoutingContext request) {
        request.request().headers().remove("Content-Length");
        request.addEndHandler(answered -> {
            if (!request.request().isEnded()) {
                request.request().connection().close();
            }
        });
    }
}
