package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.supervision.StateFile;
import dev.gatehouse.localstack.terminal.Terminal;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends a stack exactly once, by a signal to this process or because it could not be started. */
final class Ending {
    private final Stack stack;
    private final StateFile stateFile;
    private final Terminal terminal;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);

    /** From now on a signal (Ctrl-C, SIGTERM) ends the stack before the process goes. */
    Ending(Stack stack, StateFile stateFile, Terminal terminal) {
        this.stack = stack;
        this.stateFile = stateFile;
        this.terminal = terminal;
        Runtime.getRuntime().addShutdownHook(new Thread(this::onSignal, "stack-shutdown"));
    }

    /** Waits for the signal. */
    void await() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the stack; returns when all is gone. */
    void now() throws IOException {
        if (begun.getAndSet(true)) {
            await();
            return;
        }
        try {
            stack.stop();
            stateFile.delete();
        } finally {
            done.countDown();
        }
    }

    private void onSignal() {
        if (begun.get()) {
            await();
            return;
        }
        terminal.line("");
        terminal.line("Stopping.");
        try {
            now();
            terminal.line("Stopped; data is kept.");
        } catch (IOException e) {
            terminal.complaint("Not everything could be stopped: " + e.getMessage());
        }
    }
}
