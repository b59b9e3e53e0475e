package dev.gatehouse.localstack.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Looks again until something is there. */
final class Polling {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Polling() {}

    /** What was found in time; else the demo ends with the sentence. */
    static <T> T until(Duration within, Supplier<Optional<T>> look, Supplier<String> sentence) {
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new DemoFailure(sentence.get() + " (waited " + within.toMillis() + " ms)");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
