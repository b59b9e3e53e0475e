package dev.gatehouse.chassis.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The process that runs database, broker and mailbox.
 *
 * <p>In a Maven build there is one for all test processes: the first that needs it starts it and writes its addresses
 * to a file, later ones read them, and it ends with the build. Anywhere else (in an IDE) a test process has its own,
 * which ends with it. What is known of it is kept in system properties, because Quarkus loads this class once per class
 * loader.
 */
final class StackProcess {
    private static final String ADDRESSES = "gatehouse.testing.stack";
    private static final String PID = "gatehouse.testing.stack-pid";
    private static final Path JAR = Path.of("deploy", "local-stack", "target", "gatehouse-local-stack.jar");
    private static final ObjectMapper JSON = new ObjectMapper();

    private StackProcess() {}

    static StackAddresses running() {
        Properties ofThisProcess = System.getProperties();
        synchronized (ofThisProcess) {
            if (ofThisProcess.getProperty(ADDRESSES) == null) {
                remember(startedOrShared());
            }
            return StackAddresses.parse(ofThisProcess.getProperty(ADDRESSES));
        }
    }

    static ProcessHandle process() {
        String pid = Objects.requireNonNull(System.getProperty(PID), "The stack has not been started");
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** The packaged stack; its class path holds a broker. */
    static Path packaged() {
        return root().resolve(JAR);
    }

    private static void remember(Started stack) {
        System.setProperty(PID, Long.toString(stack.pid()));
        System.setProperty(ADDRESSES, stack.addresses());
    }

    private static Started startedOrShared() {
        Path root = root();
        try {
            Optional<ProcessHandle> build = Boolean.getBoolean("gatehouse.testing.shared") ? build() : Optional.empty();
            return build.isPresent() ? shared(root, build.get()) : start(root, List.of());
        } catch (IOException failure) {
            throw new UncheckedIOException("The stack for tests does not start", failure);
        }
    }

    /** The Maven process: the nearest Java among those that this one was started by. */
    private static Optional<ProcessHandle> build() {
        Optional<ProcessHandle> ancestor = ProcessHandle.current().parent();
        while (ancestor.isPresent() && !isJava(ancestor.get())) {
            ancestor = ancestor.get().parent();
        }
        return ancestor;
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> String.valueOf(Path.of(command).getFileName()))
                .filter(name -> name.startsWith("java"))
                .isPresent();
    }

    /** One of several test processes starts it; the others wait for the lock and find it. */
    private static Started shared(Path root, ProcessHandle build) throws IOException {
        Path folder = Files.createDirectories(root.resolve("target"));
        String name = "test-stack-" + build.pid();
        Path file = folder.resolve(name + ".json");
        try (FileChannel channel = FileChannel.open(
                        folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Optional<Started> present = lock.isValid() ? read(file, build) : Optional.empty();
            if (present.isPresent()) {
                return present.get();
            }
            Started started = start(root, List.of("--with-process", Long.toString(build.pid())));
            Files.writeString(file, started.asJson(build));
            return started;
        }
    }

    /** Empty unless it was started for this very build and runs. */
    private static Optional<Started> read(Path file, ProcessHandle build) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        JsonNode json = JSON.readTree(file.toFile());
        Started started =
                new Started(json.path("pid").asLong(), json.path("addresses").asText());
        boolean isOurs = json.path("build").asText().equals(identity(build))
                && ProcessHandle.of(started.pid())
                        .map(StackProcess::identity)
                        .filter(json.path("stack").asText()::equals)
                        .isPresent();
        return isOurs ? Optional.of(started) : Optional.empty();
    }

    private static Started start(Path root, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dgatehouse.root=" + root,
                "-jar",
                root.resolve(JAR).toString(),
                "test-stack"));
        command.addAll(options);
        Path log = Files.createDirectories(Path.of("target")).resolve("stack.log");
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        return new Started(process.pid(), firstLine(process));
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        if (line == null) {
            throw new IOException(
                    "It ended at once; target/stack.log says why. Is it of an older build? ./mvnw -pl deploy/local-stack -am package");
        }
        return line;
    }

    /** The repository's root: as the build says, or else the nearest folder above that has the packaged stack. */
    private static Path root() {
        Path folder = Path.of(System.getProperty("gatehouse.root", "")).toAbsolutePath();
        for (@Nullable Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
            if (Files.exists(candidate.resolve(JAR))) {
                return candidate;
            }
        }
        throw new IllegalStateException("Not built yet: " + JAR + " (./mvnw -pl deploy/local-stack -am package)");
    }

    /** Process ids are used again, start times tell them apart. */
    private static String identity(ProcessHandle process) {
        return process.pid() + " " + process.info().startInstant().orElse(Instant.EPOCH);
    }

    private record Started(long pid, String addresses) {
        String asJson(ProcessHandle build) {
            return JSON.createObjectNode()
                    .put("build", identity(build))
                    .put("pid", pid)
                    .put(
                            "stack",
                            ProcessHandle.of(pid).map(StackProcess::identity).orElse(""))
                    .put("addresses", addresses)
                    .toString();
        }
    }
}
