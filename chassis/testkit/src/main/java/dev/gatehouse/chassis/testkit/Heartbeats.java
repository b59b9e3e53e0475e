package dev.gatehouse.chassis.testkit;

import dev.gatehouse.contracts.state.Revocation;
import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Beats on the revocation topic once a second, as the service does that ends sessions. */
public final class Heartbeats {
    private static final ScheduledExecutorService BEAT = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeats").factory());
    private static @Nullable ScheduledFuture<?> beating;

    private Heartbeats() {}

    /**
     * Begins, unless it goes on already, and waits until the service under test, if it is in this process, has heard
     * it.
     */
    public static synchronized void begin() {
        if (beating == null) {
            beating = BEAT.scheduleAtFixedRate(() -> Tokens.publish(Revocation.heartbeat()), 0, 1, TimeUnit.SECONDS);
        }
        if (Arc.container() != null && Arc.container().isRunning()) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(Heartbeats::isHeard);
        }
    }

    private static boolean isHeard() {
        String management = ConfigProvider.getConfig().getValue("test.management.url", String.class);
        return "live"
                .equals(RestAssured.get(management + "/health/ready")
                        .jsonPath()
                        .getString("checks.find { it.name == 'revocations' }.data.state"));
    }

    /** Falls silent, for tests of what happens then. */
    public static synchronized void stop() {
        if (beating != null) {
            boolean stopped = beating.cancel(false);
            beating = stopped ? null : beating;
        }
    }
}
