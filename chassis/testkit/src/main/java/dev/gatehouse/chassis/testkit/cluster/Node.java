package dev.gatehouse.chassis.testkit.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One broker of a cluster: a process over a folder, which can be killed and started again. The first node is the
 * controller too.
 */
final class Node {
    private static final String CLUSTER = "abcdefghijklmnopqrstuv";
    private static final int CONTROLLER = 1;

    private final Path folder;
    private final Path classPath;
    private Process process;

    private Node(Path folder, Path classPath) throws IOException {
        this.folder = folder;
        this.classPath = classPath;
        this.process = launched();
    }

    /** Starts it with an empty folder; it takes clients a moment later. */
    static Node start(Path folder, Path classPath, int id, int port, int controllerPort) throws IOException {
        Path records = Files.createDirectories(folder.resolve("records"));
        Files.writeString(
                records.resolve("meta.properties"), "version=1\ncluster.id=" + CLUSTER + "\nnode.id=" + id + "\n");
        Files.writeString(
                folder.resolve("server.properties"),
                settings(records, id, port, controllerPort).entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                        .collect(Collectors.joining()));
        return new Node(folder, classPath);
    }

    /** At once, without a farewell. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** After {@link #kill}, over the same records. */
    void startAgain() throws IOException {
        process = launched();
    }

    private Process launched() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath.toString(),
                "kafka.Kafka",
                folder.resolve("server.properties").toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.log").toFile()))
                .start();
    }

    /** A dead broker is missed after two seconds, as in the stack that all tests share. */
    private static Map<String, String> settings(Path records, int id, int port, int controllerPort) {
        boolean isController = id == CONTROLLER;
        return Map.ofEntries(
                Map.entry("process.roles", isController ? "broker,controller" : "broker"),
                Map.entry("node.id", Integer.toString(id)),
                Map.entry("controller.quorum.voters", CONTROLLER + "@127.0.0.1:" + controllerPort),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:" + port
                                + (isController ? ",CONTROLLER://127.0.0.1:" + controllerPort : "")),
                Map.entry("log.dirs", records.toString()),
                Map.entry("log.cleaner.enable", "false"),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("broker.session.timeout.ms", "2000"),
                Map.entry("broker.heartbeat.interval.ms", "500"));
    }
}
