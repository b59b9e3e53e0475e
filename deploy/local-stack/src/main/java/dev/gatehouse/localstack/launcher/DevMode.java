package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.suite.Member;
import dev.gatehouse.localstack.suite.MemberSetup;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One service in the development mode of Quarkus, on this process' own terminal. */
final class DevMode {
    static final int DEBUG_PORT = 5005;
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private final Path root;
    private final Member member;
    private final MemberSetup setup;
    private @Nullable Process process;

    DevMode(Path root, Member member, MemberSetup setup) {
        this.root = root;
        this.member = member;
        this.setup = setup;
    }

    /** Returns when the service is ready; it compiles what it is made of first. */
    void start(int managementPort) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(root, member))
                .directory(root.toFile())
                .inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(setup.environment(member));
        Process started = builder.start();
        process = started;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started), "dev-mode-shutdown"));
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Health.isReady(managementPort)) {
            if (!started.isAlive()) {
                throw new IOException(member.module() + " ended while starting in development mode");
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        member.module() + " was not ready within " + READY_WITHIN.toMinutes() + " minutes");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** Ctrl-C reaches it on the terminal too; a signal to the launcher alone does not. */
    private static void end(Process started) {
        started.descendants().forEach(ProcessHandle::destroy);
        started.destroy();
    }

    static List<String> command(Path root, Member member) {
        return List.of(
                root.resolve("mvnw").toString(),
                "-q",
                "-ntp",
                "-Dspotless.check.skip=true",
                "-Pdevelopment",
                "-Ddebug=" + DEBUG_PORT,
                "-pl",
                member.module(),
                "-am",
                "compile",
                "quarkus:dev");
    }

    /** The exit code, when a person has ended it. */
    int await() {
        try {
            return process == null ? 0 : process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
