package dev.gatehouse.iptrust.testing;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A point in two transactions that neither passes before the other has come there, so that they overlap. */
public final class Meeting {
    private final CountDownLatch missing = new CountDownLatch(2);
    private final CompletableFuture<Void> complete = new CompletableFuture<>();

    /** Goes on, on the same context, once both have come; at once when both did before. */
    public Uni<Void> come() {
        missing.countDown();
        if (missing.getCount() == 0) {
            complete.complete(null);
        }
        Context context = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom().completionStage(complete).emitOn(task -> context.runOnContext(ignored -> task.run()));
    }
}
