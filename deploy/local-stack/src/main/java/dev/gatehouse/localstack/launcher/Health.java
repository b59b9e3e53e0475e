package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.process.Child;
import dev.gatehouse.localstack.process.StartFailure;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks a service on its management port whether it is ready. */
final class Health {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final int ANSWER_MILLIS = 2_000;

    private Health() {}

    static void awaitReady(Child service, String part, int managementPort, Path log) throws IOException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady(managementPort)) {
            if (!service.isRunning()) {
                throw StartFailure.of(part, "ended while starting", log);
            }
            if (System.nanoTime() > deadline) {
                throw StartFailure.of(part, "was not ready within " + READY_WITHIN.toMinutes() + " minutes", log);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    static boolean isReady(int managementPort) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready")
                            .toURL()
                            .openConnection();
            connection.setConnectTimeout(ANSWER_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
