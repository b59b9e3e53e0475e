package dev.gatehouse.localstack.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/** Runs operations, and waits until their consequences have been dealt with. */
final class Load {
    /** Longer than anything that follows from an operation waits: positions are saved after ten seconds. */
    private static final Duration CONSEQUENCES = Duration.ofSeconds(13);

    private Load() {}

    /** One operation, which knows its number. */
    interface Operation {
        void run(int number) throws IOException;
    }

    /** What is measured. */
    interface Work {
        void run() throws IOException;
    }

    /** What goes on until the work beside it is over. */
    interface Background {
        void run(BooleanSupplier over) throws IOException;
    }

    /** So many operations, over so many connections at a time, each as soon as one before it has ended. */
    static void closedLoop(int operations, int connections, Operation operation) throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> running = new ArrayList<>();
            for (int connection = 0; connection < connections; connection++) {
                int first = connection;
                running.add(threads.submit(() -> {
                    for (int number = first; number < operations; number += connections) {
                        operation.run(number);
                    }
                    return number(first);
                }));
            }
            for (Future<?> one : running) {
                await(one);
            }
        }
    }

    /**
     * Operations at this pace as long as their numbers, from 0, are wanted, whether or not earlier ones have ended;
     * what is {@link Overloaded} is counted.
     */
    static void openLoop(IntPredicate wanted, Pace pace, Operation operation) throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            long next = System.nanoTime();
            for (int number = 0; wanted.test(number); number++) {
                pauseUntil(next);
                int one = number;
                running.add(threads.submit(() -> {
                    runPaced(one, pace, operation);
                    return number(one);
                }));
                next += pace.nanos();
            }
            for (Future<?> one : running) {
                await(one);
            }
        }
    }

    private static void runPaced(int number, Pace pace, Operation operation) throws IOException {
        try {
            operation.run(number);
        } catch (Overloaded refused) {
            pace.refused(System.nanoTime());
        }
    }

    /** Runs the load on a thread of its own while the work is done; the load is told when it is over. */
    static void beside(Background load, Work work) throws IOException {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<?> running = thread.submit(() -> {
                load.run(over::get);
                return over;
            });
            try {
                work.run();
            } finally {
                over.set(true);
            }
            await(running);
        }
    }

    static void awaitConsequences() {
        pause(CONSEQUENCES);
    }

    static void pause(Duration duration) {
        pauseUntil(System.nanoTime() + duration.toNanos());
    }

    private static void pauseUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Integer number(int number) {
        return number;
    }

    private static void await(Future<?> running) throws IOException {
        try {
            var unused = running.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
