package dev.gatehouse.testbed.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A second process of each service, which no launcher starts again when it ends. The gateway knows only the first ones;
 * a test that wants the second asks it itself.
 */
public final class Replicas implements AutoCloseable {
    /** The services by their short names. */
    public static final List<String> SERVICES = List.of("auth", "ip-trust", "notification", "audit");

    private final Map<String, Replica> replicas = new LinkedHashMap<>();
    private final JsonNode launches;
    private final LocalStack stack;

    private Replicas(LocalStack stack) {
        this.stack = stack;
        this.launches = stack.launches();
    }

    /** Starts all four and returns when they are ready. */
    static Replicas start(LocalStack stack) {
        Replicas all = new Replicas(stack);
        SERVICES.forEach(service -> all.replicas.put(service, all.another(service, Map.of())));
        all.awaitReady();
        return all;
    }

    /** The second process of this service. */
    public Replica of(String service) {
        return Objects.requireNonNull(replicas.get(service), service);
    }

    /** Somebody who asks the second process of this service. */
    public Visitor visitor(String service) {
        return of(service).visitor();
    }

    /** Starts one more process of this service, with these changes of its environment; the caller closes it. */
    public Replica another(String service, Map<String, String> changes) {
        Replica replica = new Replica(stack, service, launches.get(service), changes);
        replica.start();
        return replica;
    }

    /** Until all four work, started again where they had ended. */
    public void awaitReady() {
        Collection<Replica> all = replicas.values();
        all.stream().filter(replica -> !replica.runs()).forEach(Replica::start);
        all.forEach(Replica::awaitReady);
    }

    /** Stops all four in order. */
    @Override
    public void close() {
        replicas.values().forEach(Replica::close);
    }

    /**
     * One more process of a service: it shares database, broker, mailbox and secrets with the one of the launcher, and
     * has ports of its own.
     */
    public static final class Replica implements AutoCloseable {
        private static final Duration READY = Duration.ofMinutes(2);

        private final String service;
        private final JsonNode launch;
        private final Map<String, String> environment;
        private final Path log;
        private final int port = freePort();
        private final int managementPort = freePort();
        private @Nullable Process process;

        Replica(LocalStack stack, String service, JsonNode launch, Map<String, String> changes) {
            this.service = service;
            this.launch = launch;
            this.environment = new HashMap<>(stack.environment());
            launch.get("environment")
                    .properties()
                    .forEach(setting ->
                            environment.put(setting.getKey(), setting.getValue().asText()));
            environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
            environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
            // two consumers of one name would push each other out of their group
            environment.put("GATEHOUSE_MESSAGING_INSTANCE", "replica-" + port);
            environment.putAll(changes);
            this.log = stack.data().resolve("logs").resolve(service + "-" + port + ".log");
        }

        /** Starts the process, or the next one after it has ended; does not wait. */
        public void start() {
            ProcessBuilder builder = new ProcessBuilder(
                            StreamSupport.stream(launch.get("command").spliterator(), false)
                                    .map(JsonNode::asText)
                                    .toList())
                    .directory(Path.of(launch.get("folder").asText()).toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            try {
                Process started = builder.start();
                process = started;
                Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Until it is ready for requests. */
        public void awaitReady() {
            Eventually.within(READY, "the second " + service + " is ready; its log is " + log, this::isReady);
        }

        /** Whether it says that it can take requests; false too while nobody answers. */
        public boolean isReady() {
            try {
                return management().get("/q/health/ready").status() == 200;
            } catch (UncheckedIOException notYet) {
                return false;
            }
        }

        /** Whether there is a process. */
        public boolean runs() {
            return running().isAlive();
        }

        /** Somebody who asks this process, and no other. */
        public Visitor visitor() {
            return Visitor.to(URI.create("http://127.0.0.1:" + port));
        }

        /** Somebody who asks it for its health and its meters. */
        public Visitor management() {
            return Visitor.to(URI.create("http://127.0.0.1:" + managementPort));
        }

        /** Ends it without a word; returns when it is gone. */
        public void kill() {
            await(running().destroyForcibly());
        }

        /** Asks it to stop; returns when it is gone. */
        @Override
        public void close() {
            running().destroy();
            await(running());
        }

        private Process running() {
            return Objects.requireNonNull(process, "not started");
        }

        private static void await(Process ending) {
            try {
                ending.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while a process ends", e);
            }
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
