package dev.gatehouse.chassis.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Calls its listeners after each commit of {@link Transactions}; the outbox relay is one of them. */
@ApplicationScoped
public class CommitSignal {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    CommitSignal() {}

    void send() {
        listeners.forEach(Runnable::run);
    }

    /** Adds a listener; it runs on the thread that commits, so it MUST return at once. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }
}
