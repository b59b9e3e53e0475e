package dev.gatehouse.chassis.database;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;

/** A Vert.x context that a session can be bound to: one request's or one message's own, on an event loop. */
final class SessionContext {
    private final Vertx vertx;

    private SessionContext(Vertx vertx) {
        this.vertx = vertx;
    }

    static SessionContext of(Vertx vertx) {
        return new SessionContext(vertx);
    }

    /** Runs it where it is, if a session can live there, and else on a context made for it. */
    <T> Uni<T> run(Uni<T> work) {
        return Uni.createFrom()
                .deferred(() -> Context.isOnEventLoopThread() && VertxContext.isOnDuplicatedContext()
                        ? work
                        : onNewContext(work));
    }

    private <T> Uni<T> onNewContext(Uni<T> work) {
        Context context = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
        VertxContextSafetyToggle.setContextSafe(context, true);
        return work.runSubscriptionOn(task -> context.runOnContext(ignored -> task.run()));
    }
}
