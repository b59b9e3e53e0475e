package dev.gatehouse.chassis.messaging.consumer;

import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A server like that of the stack, with the same users, whose InnoDB tables share one tablespace of limited size. It
 * comes after the stack, so that the service under test uses it.
 */
public final class SmallDatabase implements QuarkusTestResourceLifecycleManager {
    private static final String LARGEST = "24M";
    private static final Duration STARTED = Duration.ofSeconds(30);

    private @Nullable Process server;

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        return StackEnds.databaseCommand().map(this::start).orElse(Map.of());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.destroyForcibly().onExit().join();
        }
    }

    private Map<String, String> start(List<String> command) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "small-database");
            Path base = Path.of(value(command, "--basedir="));
            copy(Objects.requireNonNull(base.getParent()).resolve("empty"), folder.resolve("files"));
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(changed(command, folder.resolve("files"), port))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile());
            builder.environment().put("LD_LIBRARY_PATH", base.resolve("libs").toString());
            builder.environment().put("DYLD_LIBRARY_PATH", base.resolve("libs").toString());
            server = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            Awaitility.await("its log is in " + folder).atMost(STARTED).until(() -> listens(port));
            return Map.of("GATEHOUSE_DB_PORT", Integer.toString(port));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> changed(List<String> command, Path files, int port) {
        List<String> changed = new ArrayList<>(command.stream()
                .filter(argument -> !argument.startsWith("--datadir=") && !argument.startsWith("--port="))
                .toList());
        changed.addAll(List.of(
                "--datadir=" + files,
                "--port=" + port,
                "--innodb-file-per-table=OFF",
                "--innodb-data-file-path=ibdata1:12M:autoextend:max:" + LARGEST));
        return changed;
    }

    private static String value(List<String> command, String option) {
        return command.stream()
                .filter(argument -> argument.startsWith(option))
                .map(argument -> argument.substring(option.length()))
                .findFirst()
                .orElseThrow();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
