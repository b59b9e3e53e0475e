package dev.gatehouse.chassis.outbox;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;

/** Wakes the relay of this process, when there is one: {@link Transactions} rings it after every commit. */
@Singleton
public final class RelayBell {
    private final AtomicReference<Runnable> listener = new AtomicReference<>(RelayBell::nobody);

    RelayBell() {}

    void ring() {
        listener.get().run();
    }

    /** Who is to be woken from now on; called on the thread of whoever commits, so it MUST return at once. */
    public void listen(Runnable newListener) {
        listener.set(newListener);
    }

    private static void nobody() {}
}
