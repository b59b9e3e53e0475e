package dev.gatehouse.localstack.database;

import dev.gatehouse.localstack.process.Child;
import dev.gatehouse.localstack.process.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until the server greets a new connection.
 *
 * <p>The port opens earlier, but the greeting comes only after the init file has run, so it means ready.
 */
final class Greeting {
    private static final int PATIENCE_MILLIS = 2_000;

    private Greeting() {}

    static void await(int port, Child server, Duration within, Path log) throws IOException {
        long deadline = System.nanoTime() + within.toNanos();
        while (!greets(port)) {
            if (!server.isRunning()) {
                throw StartFailure.of(Database.PART, "ended while starting", log);
            }
            if (System.nanoTime() > deadline) {
                server.kill();
                throw StartFailure.of(Database.PART, "was not ready within " + within.toSeconds() + " s", log);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean greets(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
