package dev.gatehouse.chassis.messaging.consumer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Tells whether the consumer works. Down only when its thread has been stuck for ten minutes, which only a restart
 * mends; waiting for a database or a broker is no reason to be ended.
 */
@Liveness
@ApplicationScoped
class ConsumerHealth implements HealthCheck {
    private static final Duration STUCK = Duration.ofMinutes(10);

    private final ConsumerLifecycle consumer;
    private final InstantSource clock;

    ConsumerHealth(ConsumerLifecycle consumer, InstantSource clock) {
        this.consumer = consumer;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        ConsumerLoop loop = consumer.loop();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("consumer")
                .status(!consumer.isNeeded() || loop.lastTurn().plus(STUCK).isAfter(clock.instant()));
        return loop.waitingSince()
                .map(since -> response.withData("state", "waiting").withData("since", since.toString()))
                .orElseGet(() -> response.withData("state", "ok"))
                .build();
    }
}
