package dev.gatehouse.localstack.demo;

import java.time.Duration;

/** Runs from the moment it is made. */
final class Stopwatch {
    private final long started = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
