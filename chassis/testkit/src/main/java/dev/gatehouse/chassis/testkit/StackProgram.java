package dev.gatehouse.chassis.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The program that runs database, broker and mailbox, started once per test process.
 *
 * <p>What is known of it lies in system properties, because Quarkus loads this class once per class loader. The program
 * ends when its input does, which the end of the test process sees to, however it ends.
 */
final class StackProgram {
    private static final String ADDRESSES = "gatehouse.testing.stack";
    private static final String PID = "gatehouse.testing.stack-pid";
    private static final Path JAR = Path.of("deploy", "local-stack", "target", "gatehouse-local-stack.jar");

    private StackProgram() {}

    static StackAddresses running() {
        Properties ofThisProcess = System.getProperties();
        synchronized (ofThisProcess) {
            String addresses = ofThisProcess.getProperty(ADDRESSES);
            return StackAddresses.parse(addresses == null ? start() : addresses);
        }
    }

    static ProcessHandle process() {
        String pid = Objects.requireNonNull(System.getProperty(PID), "The stack has not been started");
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static String start() {
        try {
            Process process = new ProcessBuilder(command())
                    .redirectError(Files.createDirectories(Path.of("target"))
                            .resolve("stack.log")
                            .toFile())
                    .start();
            String addresses = firstLine(process);
            System.setProperty(PID, Long.toString(process.pid()));
            System.setProperty(ADDRESSES, addresses);
            return addresses;
        } catch (IOException failure) {
            throw new UncheckedIOException("The stack for tests does not start", failure);
        }
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        if (line == null) {
            throw new IOException("It ended at once; target/stack.log says why");
        }
        return line;
    }

    private static List<String> command() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(java.toString(), "-jar", root().resolve(JAR).toString(), "infra", "--ephemeral");
    }

    /** The repository's root: as the build says, or else the nearest folder above that has the program. */
    private static Path root() {
        Path folder = Path.of(System.getProperty("gatehouse.root", "")).toAbsolutePath();
        for (@Nullable Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
            if (Files.exists(candidate.resolve(JAR))) {
                return candidate;
            }
        }
        throw new IllegalStateException("Not built yet: " + JAR + " (./mvnw -pl deploy/local-stack -am package)");
    }
}
