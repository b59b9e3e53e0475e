package dev.gatehouse.auth.login.challenge;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sleeps until it is rung or the time is over; always wakes on the context it was made on. */
final class Vigil implements Runnable {
    private final Context context;
    private final AtomicBoolean rung = new AtomicBoolean();
    private final AtomicReference<@Nullable Runnable> sleeper = new AtomicReference<>();

    Vigil(Vertx vertx) {
        this.context = vertx.getOrCreateContext();
    }

    /** The ring; from any thread. One that comes while nobody sleeps ends the next sleep at once. */
    @Override
    public void run() {
        rung.set(true);
        wake();
    }

    /** Tells whether it was rung. */
    Uni<Boolean> sleep(Duration atMost) {
        return Uni.createFrom().emitter(awake -> sleep(atMost, awake));
    }

    private void sleep(Duration atMost, UniEmitter<? super Boolean> awake) {
        sleeper.set(() -> awake.complete(rung.getAndSet(false)));
        long timer = context.owner().setTimer(Math.max(1, atMost.toMillis()), over -> wake());
        awake.onTermination(() -> context.owner().cancelTimer(timer));
        if (rung.get()) {
            wake();
        }
    }

    private void wake() {
        Runnable sleeping = sleeper.getAndSet(null);
        if (sleeping != null) {
            context.runOnContext(ignored -> sleeping.run());
        }
    }
}
