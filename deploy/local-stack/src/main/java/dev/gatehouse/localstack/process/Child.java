package dev.gatehouse.localstack.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running child process; its errors (and its output, unless a caller reads it) are appended to its log. */
public final class Child {
    private final Process process;
    private final ProcessIdentity identity;

    private Child(Process process) {
        this.process = process;
        this.identity = ProcessIdentity.of(process.toHandle());
    }

    /** Starts a child whose whole output goes to its log. */
    public static Child start(Launch launch) throws IOException {
        return new Child(builder(launch)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()))
                .start());
    }

    /** Starts a child that speaks to us on its standard output, which the caller must read. */
    public static Child startTalking(Launch launch) throws IOException {
        return new Child(builder(launch).start());
    }

    private static ProcessBuilder builder(Launch launch) throws IOException {
        LogFile.prepare(launch.log());
        Files.createDirectories(launch.folder());
        ProcessBuilder builder = new ProcessBuilder(Shield.around(launch.command()))
                .directory(launch.folder().toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        return builder;
    }

    /** What it says on its standard output. */
    public InputStream output() {
        return process.getInputStream();
    }

    /** Who it is. */
    public ProcessIdentity identity() {
        return identity;
    }

    /** Whether it still runs. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Completes with its exit code when it has ended. */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Asks it to end, and ends it by force when it has not done so in {@code patience}; returns when it is gone. */
    public void stop(Duration patience) {
        closeInput();
        process.destroy();
        if (!waitFor(patience)) {
            kill();
        }
    }

    /** Ends it at once, without asking; returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        if (!waitFor(Duration.ofSeconds(5))) {
            throw new IllegalStateException("process " + identity.pid() + " does not end");
        }
    }

    private void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
    }

    private boolean waitFor(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return !process.isAlive();
        }
    }
}
