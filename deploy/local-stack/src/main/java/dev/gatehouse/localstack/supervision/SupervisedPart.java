package dev.gatehouse.localstack.supervision;

import dev.gatehouse.localstack.process.Child;
import dev.gatehouse.localstack.supervision.PartState.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A part in a process of its own that is started again whenever it dies, until it is stopped.
 *
 * <p>The pause before a restart doubles from half a second to ten seconds and begins anew once the part has run for
 * half a minute. A first start that fails is tried twice more and then reported. A part that is held is not started
 * again until it is released.
 */
public final class SupervisedPart {
    private static final int FIRST_TRIES = 3;
    private static final Duration STEADY = Duration.ofSeconds(30);
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final long HOLD_PAUSE_MILLIS = 200;

    private final String name;
    private final Duration patience;
    private final Starter starter;
    private final Board board;
    private final ScheduledExecutorService restarts;
    private final Holds holds;

    private @Nullable Child child;
    private boolean stopping;
    private int failuresInARow;
    private long readySinceNanos;

    /**
     * Starts nothing yet.
     *
     * @param patience how long it may take to end when asked to
     */
    public SupervisedPart(
            String name,
            Duration patience,
            Starter starter,
            Board board,
            ScheduledExecutorService restarts,
            Holds holds) {
        this.name = name;
        this.patience = patience;
        this.starter = starter;
        this.board = board;
        this.restarts = restarts;
        this.holds = holds;
    }

    /** Starts the process of a part; blocks until it is ready. */
    public interface Starter {
        /** Informs {@code onLaunch} of the process before it is ready. */
        Child start(Consumer<Child> onLaunch) throws IOException;
    }

    /** Returns when the part is ready. */
    public void start() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                startOnce();
                return;
            } catch (IOException e) {
                if (attempt == FIRST_TRIES || isStopping()) {
                    board.change(name, state -> state.now(Status.FAILED, "does not start"));
                    throw e;
                }
            }
        }
    }

    private void startOnce() throws IOException {
        board.change(name, state -> state.now(Status.STARTING, ""));
        Child ready;
        try {
            ready = starter.start(this::launched);
        } catch (IOException e) {
            killLaunched();
            throw e;
        }
        readySinceNanos = System.nanoTime();
        board.change(name, PartState::ready);
        var unused = ready.ended().thenAcceptAsync(this::died, restarts);
    }

    private synchronized void launched(Child launched) {
        child = launched;
        board.change(name, state -> state.ofProcess(launched.identity()));
        if (stopping) {
            launched.kill();
        }
    }

    private synchronized void killLaunched() {
        if (child != null) {
            child.kill();
        }
    }

    private void died(int exitCode) {
        if (isStopping()) {
            return;
        }
        if (System.nanoTime() - readySinceNanos > STEADY.toNanos()) {
            failuresInARow = 0;
        }
        if (holds.isHeld(name)) {
            board.change(name, PartState::held);
            awaitRelease();
            return;
        }
        restartLater("ended with exit code " + exitCode);
    }

    private void restartLater(String why) {
        long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(failuresInARow, 10));
        failuresInARow++;
        board.change(name, state -> state.ended(why));
        var unused = restarts.schedule(this::restart, pause, TimeUnit.MILLISECONDS);
    }

    private void awaitRelease() {
        if (isStopping()) {
            return;
        }
        if (holds.isHeld(name)) {
            var unused = restarts.schedule(this::awaitRelease, HOLD_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            restart();
        }
    }

    private void restart() {
        if (isStopping()) {
            return;
        }
        try {
            startOnce();
        } catch (IOException e) {
            if (!isStopping()) {
                restartLater("does not start");
            }
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /** Returns when the process is gone; it is not started again. */
    public void stop() {
        Child running;
        synchronized (this) {
            stopping = true;
            running = child;
        }
        if (running != null && running.isRunning()) {
            board.change(name, state -> state.now(Status.STOPPING, ""));
            running.stop(patience);
        }
        board.change(name, state -> state.now(Status.STOPPED, ""));
    }
}
