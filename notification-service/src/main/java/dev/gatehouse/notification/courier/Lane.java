package dev.gatehouse.notification.courier;

import dev.gatehouse.chassis.runtime.background.Worker;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Background work that tells whether it is at work. */
final class Lane {
    private final Worker worker;
    private volatile boolean busy;

    Lane(String name, Supplier<Uni<Void>> round) {
        this.worker = Worker.of(name, () -> tracked(round));
    }

    boolean isIdle() {
        return !busy;
    }

    /** Returns at once; a round begins, or one more follows the one that is going on. */
    void wake() {
        worker.wake();
    }

    private Uni<Void> tracked(Supplier<Uni<Void>> round) {
        busy = true;
        return round.get().onTermination().invoke(() -> busy = false);
    }
}
