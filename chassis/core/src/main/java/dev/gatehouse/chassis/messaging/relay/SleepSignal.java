package dev.gatehouse.chassis.messaging.relay;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets the relay sleep until it is woken or the time is over. A signal without a sleep ends the next sleep at once. */
final class SleepSignal {
    private static final long NO_TIMER = -1;

    private final Context context;
    private boolean rung;
    private long timer = NO_TIMER;
    private @Nullable Runnable sleeper;

    /** All its state belongs to this context. */
    SleepSignal(Context context) {
        this.context = context;
    }

    /** From any thread. */
    void send() {
        context.runOnContext(ignored -> wake());
    }

    /** MUST be subscribed to on the context, one sleeper at a time. */
    Uni<Void> sleep(Duration atMost) {
        return Uni.createFrom().emitter(awake -> sleep(atMost, () -> awake.complete(null)));
    }

    private void sleep(Duration atMost, Runnable awake) {
        if (rung) {
            rung = false;
            awake.run();
            return;
        }
        sleeper = awake;
        timer = context.owner().setTimer(atMost.toMillis(), ignored -> end());
    }

    private void wake() {
        if (sleeper == null) {
            rung = true;
        } else {
            context.owner().cancelTimer(timer);
            end();
        }
    }

    private void end() {
        Runnable awake = sleeper;
        sleeper = null;
        timer = NO_TIMER;
        if (awake != null) {
            awake.run();
        }
    }
}
