package dev.gatehouse.testbed.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.chassis.testkit.Eventually;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * The local stack with data and ports of its own, run by the same commands that people use, so that it can stand beside
 * theirs.
 */
public final class LocalStack implements AutoCloseable {
    private static final List<String> PORTS = List.of(
            "GATEWAY",
            "AUTH",
            "IP_TRUST",
            "NOTIFICATION",
            "AUDIT",
            "AUTH_MANAGEMENT",
            "IP_TRUST_MANAGEMENT",
            "NOTIFICATION_MANAGEMENT",
            "AUDIT_MANAGEMENT",
            "MAILBOX",
            "SMTP",
            "DATABASE",
            "KAFKA");

    private static final List<String> MANAGEMENT =
            PORTS.stream().filter(port -> port.endsWith("_MANAGEMENT")).toList();

    private final Path root = Path.of(System.getProperty("gatehouse.root"));
    private final Path data = root.resolve("testbed/target/suite");
    private final Map<String, Integer> ports = freePorts();

    private LocalStack() {}

    /**
     * Starts everything on an empty data folder and returns when it is ready. On a database server of one's own, which
     * the stack never empties, the caller provides for both being empty.
     */
    static LocalStack start() {
        LocalStack stack = new LocalStack();
        if (stack.runsDatabase()) {
            stack.run("up", "--fresh", "--detach");
        } else {
            stack.run("up", "--detach");
        }
        return stack;
    }

    /** Whether the database server is a part of the stack, and not one of one's own. */
    public boolean runsDatabase() {
        return System.getenv("GATEHOUSE_DB_URL") == null;
    }

    public URI origin() {
        return local("GATEWAY");
    }

    public URI mailbox() {
        return local("MAILBOX");
    }

    /** Where a service reports its health and metrics, such as {@code AUTH_MANAGEMENT}. */
    public URI local(String port) {
        return URI.create("http://localhost:" + ports.get(port));
    }

    /** The number of a port, for a proxy in front of it. */
    public int number(String port) {
        return local(port).getPort();
    }

    /** The first administrator's password, as a person reads it. */
    public String adminPassword() {
        try {
            return Files.readString(data.resolve("admin-password")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the parts keep what they know. */
    public Path data() {
        return data;
    }

    /** The keys and passwords that the stack made for its parts. */
    public List<String> secrets() {
        Properties secrets = ownSecrets();
        return secrets.stringPropertyNames().stream().map(secrets::getProperty).toList();
    }

    /** One of them, by its name in the stack. */
    public String secret(String name) {
        return ownSecrets().getProperty(name);
    }

    private Properties ownSecrets() {
        Properties secrets = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("secrets.properties"))) {
            secrets.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }

    /**
     * The environment that names data folder and ports to the commands of the local stack. The services log whatever
     * they can, because somebody who looks for a fault turns that on.
     */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_LOG_LEVEL", "TRACE");
        environment.put("QUARKUS_LOG_CATEGORY__DEV_GATEHOUSE__LEVEL", "DEBUG");
        environment.put("GATEHOUSE_DATA", data.toString());
        // The mails of a killed service are another's after four times this, and no test waits for two minutes.
        environment.put("GATEHOUSE_MAIL_QUEUE_SEND_TIMEOUT", "PT5S");
        // The journeys fail logins from more networks than a helpdesk sees in ten minutes.
        environment.put("GATEHOUSE_AUTH_LOGIN_CAMPAIGN_AGENTS", "10000");
        environment.put("GATEHOUSE_AUTH_LOGIN_CAMPAIGN_USERS", "10000");
        ports.forEach((port, number) -> environment.put("GATEHOUSE_PORT_" + port, Integer.toString(number)));
        return environment;
    }

    /** What the parts have logged. */
    public String log(String part) {
        try {
            return Files.readString(data.resolve("logs").resolve(part + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process of a part without a word; the launcher starts it again. Completes when it is gone. */
    public CompletableFuture<ProcessHandle> kill(String part) {
        return ended(part, ProcessHandle::destroyForcibly);
    }

    /** Asks the process of a part to stop; the launcher starts it again. Completes when it is gone. */
    public CompletableFuture<ProcessHandle> terminate(String part) {
        return ended(part, ProcessHandle::destroy);
    }

    /** Stops the process of a part in its tracks until the outage is closed: its sockets stay open and silent. */
    public Outage pause(String part) {
        return new Outage(pid(part));
    }

    /** Until everything works again: the services say so, and the command, which costs a process, does too. */
    public void awaitReady() {
        Eventually.within(
                Duration.ofMinutes(2),
                "the suite is ready again",
                () -> MANAGEMENT.stream().allMatch(this::isReady) && exitCode(List.of("status")) == 0);
    }

    /** False too while nobody answers. */
    private boolean isReady(String management) {
        try {
            return Visitor.to(local(management)).get("/q/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Stops everything in order. */
    @Override
    public void close() {
        run("down");
    }

    private CompletableFuture<ProcessHandle> ended(String part, Predicate<ProcessHandle> signal) {
        ProcessHandle process = ProcessHandle.of(pid(part)).orElseThrow();
        if (!signal.test(process)) {
            throw new AssertionError("Could not end " + part);
        }
        return process.onExit();
    }

    private long pid(String part) {
        try {
            JsonNode parts = new ObjectMapper()
                    .readTree(data.resolve("state.json").toFile())
                    .get("parts");
            return StreamSupport.stream(parts.spliterator(), false)
                    .filter(one -> one.get("part").asText().equals(part))
                    .mapToLong(one -> one.get("pid").asLong())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No process for " + part + " in " + parts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String... command) {
        int exitCode = exitCode(List.of(command));
        if (exitCode != 0) {
            throw new AssertionError("The local stack's " + String.join(" ", command) + " ended with " + exitCode
                    + "; its output is in testbed/target/suite-" + command[0] + ".log");
        }
    }

    /** How each service is started, by its short name: command, environment and folder. */
    JsonNode launches() {
        try {
            Process process =
                    process("test-launch").redirectError(Redirect.DISCARD).start();
            return new ObjectMapper().readTree(process.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int exitCode(List<String> command) {
        ProcessBuilder builder = process(command.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(root.resolve("testbed/target/suite-" + command.getFirst() + ".log")
                        .toFile()));
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the local stack", e);
        }
    }

    private ProcessBuilder process(String... command) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dgatehouse.root=" + root,
                "-jar",
                root.resolve("deploy/local-stack/target/gatehouse-local-stack.jar")
                        .toString()));
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(environment());
        return builder;
    }

    private static Map<String, Integer> freePorts() {
        Map<String, Integer> free = new HashMap<>();
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (String port : PORTS) {
                ServerSocket socket = new ServerSocket(0);
                held.add(socket);
                free.put(port, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return free;
    }
}
