package dev.gatehouse.localstack.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs steps at the same time. */
public final class Parallel {
    private Parallel() {}

    /** One step of several. */
    public interface Step {
        /** Blocks until it is done. */
        void run() throws IOException;
    }

    /** Returns when all steps have ended; throws the first failure among them. */
    public static void run(List<Step> steps) throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<?>[] running = steps.stream()
                    .map(step -> CompletableFuture.runAsync(() -> unchecked(step), threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(running).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException unchecked ? unchecked.getCause() : new IOException(e);
        }
    }

    private static void unchecked(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
