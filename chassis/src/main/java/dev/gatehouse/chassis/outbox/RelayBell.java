package dev.gatehouse.chassis.outbox;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;

/** Wakes the relay of this process, when there is one. */
@Singleton
class RelayBell {
    private final AtomicReference<Runnable> listener = new AtomicReference<>(RelayBell::nobody);

    void ring() {
        listener.get().run();
    }

    void listen(Runnable newListener) {
        listener.set(newListener);
    }

    private static void nobody() {}
}
