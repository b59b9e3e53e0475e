package dev.gatehouse.testbed.suite;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A part that neither works nor is gone. */
public final class Outage implements AutoCloseable {
    private final long pid;

    Outage(long pid) {
        this.pid = pid;
        signal("STOP");
    }

    /** Whether the process is still there. */
    public boolean lasts() {
        return ProcessHandle.of(pid).isPresent();
    }

    /** It goes on as if nothing had been. */
    @Override
    public void close() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int exitCode = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new AssertionError("kill -" + name + " " + pid + " ended with " + exitCode);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
